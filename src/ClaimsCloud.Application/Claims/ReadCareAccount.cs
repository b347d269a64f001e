using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.CareClaims.Answers;
using ClaimsCloud.Domain.Fees;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>The care claims of one claim month with what became of each; the sums close to the yen, and where they do not agree with the payer's, that is said.</summary>
internal static class ReadCareAccount {
    public static async Task<Results<Ok<CareAccountDetail>, Refused>> Handle(string claimMonth, TenantScope tenant, CancellationToken stop) {
        if (MonthReads.Parse(claimMonth) is not { } month) return (Refused)Refusals.NotAMonth;
        var files = await CareAccounts.HandedOver(IndexRange.Exactly(claimMonth), tenant, stop);
        var account = await CareAccounts.Of([.. files.SelectMany(f => f.Value.Check!.ServiceMonths!).Distinct()], tenant, stop);
        List<CareItem> items = [.. account.Items.Where(i => i.Sending.ProcessingMonth == claimMonth)];
        var names = await Names(files, tenant, stop);
        var review = await CareAnswers.Of(CareAnswers.ByReview, claimMonth, tenant, stop);
        var (lines, totals) = (review.SelectMany(a => a.Lines).ToList(), review.Select(a => a.Totals).OfType<CareTotals>().ToList());
        return TypedResults.Ok(new CareAccountDetail(claimMonth, Row(CareSums.Of(items)), [.. items.Select(i => Row(i, names[(i.Sending.FileId, i.Sending.Number)]))],
            [.. account.Differences.Where(d => d.ReviewMonth == claimMonth).Concat(CareReviewCheck.Run(claimMonth, lines, totals)).Select(d => new CareDifferenceRow(d.Code, d.Yen, d.Message, d.Fix))],
            Row(CareWindow.Of(files is [var first, ..] ? first.Value.Check!.StationCode ?? "" : "", month)), Payment(totals)));
    }

    public static string NameOf(CareState state) => state switch { CareState.Open => "open", CareState.Returned => "returned", CareState.Held => "held", CareState.Paid => "paid", _ => "withdrawn" };

    private static async Task<Dictionary<(string, int), string>> Names(IReadOnlyList<Stored<ClaimFile>> files, TenantScope tenant, CancellationToken stop) {
        var names = new Dictionary<(string, int), string>();
        foreach (var file in files)
            await foreach (var line in new RowsReader<ClaimLine>(tenant.Blobs, file.Value.Check!.ClaimRows).All(stop)) names[(file.Id, line.Number)] = line.PatientName;
        return names;
    }

    private static CareSumsRow Row(CareSums sums) => new(sums.Claims, sums.ClaimedYen, sums.PaidYen, sums.ReturnedYen, sums.HeldYen, sums.AdjustedYen, sums.WithdrawnYen, sums.OpenYen);

    private static CareItemRow Row(CareItem item, string name) => new(item.Sending.FileId, item.Sending.Number, name, item.Sending.Claim.ServiceMonth, item.Sending.Claim.Form, NameOf(item.State), item.IsSentAgain,
        item.ClaimedYen, item.PaidYen, item.AdjustedYen, item.ReviewMonth, [.. item.Reasons.Select(Row)]);

    private static CareReasonRow Row(CareAnswerLine line) {
        var words = line.Kind is CareAnswerKind.Returned or CareAnswerKind.Held ? CareErrorCodes.Of(line.Code) : CareChangeWords.Of(line);
        return new(line.Code, line.Text, words.Known, words.Title, words.Fix, words.Owner);
    }

    private static CareWindowRow Row(CareWindow window) => new(window.FirstDay, window.LastDay, Clock(window.Closes), Clock(window.CancelUntil), window.Results, window.Certainty != Certainty.Doubtful);

    private static string? Clock(TimeSpan? time) => time is { } t ? $"{(int)t.TotalHours:00}:{t.Minutes:00}" : null;

    private static CarePaymentRow Payment(List<CareTotals> totals) => new(totals.Select(t => t.DecidedYen).FirstOrDefault(y => y is not null), totals.Select(t => t.CorrectionYen).FirstOrDefault(y => y is not null),
        totals.Select(t => t.PayableYen).FirstOrDefault(y => y is not null), totals.Select(t => t.BenefitYen).FirstOrDefault(y => y is not null),
        totals.Select(t => t.TransferYen).FirstOrDefault(y => y is not null), totals.Select(t => t.TransferredOn).FirstOrDefault(d => d is not null));
}
