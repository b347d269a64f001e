namespace ClaimsCloud.Domain.CareClaims.Answers;

/// <summary>Whether the lists of one review month agree with each other: 7521 within itself, with 7515, with 7611 and 7621; the counts of 7211 with 7411 and 7311.</summary>
public static class CareReviewCheck {
    /// <param name="lines">All of the month, from every file.</param>
    /// <param name="totals">One a file that has any.</param>
    public static IReadOnlyList<CareDifference> Run(string reviewMonth, IEnumerable<CareAnswerLine> lines, IEnumerable<CareTotals> totals) {
        List<CareAnswerLine> all = [.. lines.Where(l => l.ReviewMonth == reviewMonth).Distinct()];
        var sums = Together(totals.Where(t => t.ReviewMonth == reviewMonth).Distinct());
        var found = new List<CareDifference>();
        Sum("審査決定の計と内訳の計", sums.DecidedYen, Of(CareAnswerKind.Decided).Sum(l => l.Yen));
        Sum("支払決定の額と、審査決定に過誤調整を足した額", sums.PayableYen, sums.DecidedYen is { } decided ? decided + (sums.CorrectionYen ?? 0) : null);
        Sum("支払額の通知と内訳書の支払決定の額", sums.BenefitYen, sums.PayableYen);
        if (Of(CareAnswerKind.Withdrawn).Concat(Of(CareAnswerKind.Reviewed)).ToList() is { Count: > 0 } corrections) Sum("過誤調整の額と、過誤・再審査の通知書の計", sums.CorrectionYen, corrections.Sum(l => l.Yen));
        Count("返戻", CareAnswerKind.CountReturned, CareAnswerKind.Returned);
        Count("保留", CareAnswerKind.CountHeld, CareAnswerKind.Held);
        Count("査定増減", CareAnswerKind.CountAdjusted, CareAnswerKind.Adjusted);
        return found;

        IEnumerable<CareAnswerLine> Of(CareAnswerKind kind) => all.Where(l => l.Kind == kind);

        void Sum(string what, long? left, long? right) {
            if (left is { } a && right is { } b && a != b) found.Add(CareDifferences.Sum(reviewMonth, what, a, b));
        }

        void Count(string what, CareAnswerKind told, CareAnswerKind listed) {
            if (!Of(told).Any()) return;
            var (counted, known) = (Of(told).Sum(l => l.Claims), Of(listed).DistinctBy(l => (l.Payer, l.Insured, l.ServiceMonth, l.ServiceType)).Count());
            if (counted != known) found.Add(CareDifferences.Count(reviewMonth, what, counted, known));
        }
    }

    private static CareTotals Together(IEnumerable<CareTotals> totals) => totals.Aggregate(new CareTotals("", null, null, null, null, null, null), (a, b) => new("", a.DecidedYen ?? b.DecidedYen, a.CorrectionYen ?? b.CorrectionYen,
        a.PayableYen ?? b.PayableYen, a.BenefitYen ?? b.BenefitYen, a.TransferYen ?? b.TransferYen, a.TransferredOn ?? b.TransferredOn));
}
