using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Work;

namespace ClaimsCloud.Application.Returns;

internal static class ReturnItemViews {
    public static ReturnItemRow Row(string itemId, ReturnItem item) => new(itemId, item.ReturnFileId is null ? "left-out" : "returned", item.Work.State.Name(), item.Payer, item.PatientName, item.ServiceMonth,
        [.. item.Reasons.Select(r => r.Code).OfType<string>()], item.Reasons is [var first, ..] ? first.Words.Known || first.Text.Length == 0 ? first.Words.Title : first.Text : "", item.Yen, item.Owner, item.Due,
        item.ReturnFileId is null ? null : ReturnLimits.LastDownload(DateOnly.FromDateTime(item.ReceivedAt.InJapan())),
        Month(item.ServiceMonth) is { } month ? ReturnLimits.LastClaim(month) : null, item.ReceivedAt);

    public static async Task<ReturnItemDetail> Detail(string itemId, ReturnItem item, TenantScope tenant, CancellationToken stop) => new(Row(itemId, item), item.SearchNumber,
        [.. item.Reasons.Select(r => new ReturnReasonRow(r.Code, ReturnReasons.Category(r.Category) ?? "", r.Text, r.Words.Known, r.Words.Title, r.Words.Cause, r.Words.Fix, r.Words.Owner.Japanese()))],
        item.Claim, item.Candidates, [.. item.Work.Replacements.Select(r => new ClaimRef(r.File, r.Claim))],
        [.. item.Work.Steps.Select(s => new WorkStepRow(s.From.Japanese(), s.To.Japanese(), s.Actor, s.At, s.Evidence))], await Receipt(item, tenant, stop));

    private static async Task<IReadOnlyList<Contracts.ReceiptSection>> Receipt(ReturnItem item, TenantScope tenant, CancellationToken stop) {
        if (item.ReturnFileId is null || await tenant.Documents.Get(ReturnFile.DocumentKind, item.ReturnFileId, stop) is not { } file) return [];
        var claim = ReturnedClaimFile.Read(await tenant.ReadAll(file.Value.Blob, stop)).Claims[item.Number - 1].Data;
        return [.. ReceiptView.Of(claim.Original, claim.Heading.FirstLine)
            .Select(section => new Contracts.ReceiptSection(section.Title, [.. section.Rows.Select(row => new Contracts.ReceiptRow(row.Label, row.Value, row.Line))]))];
    }

    private static ServiceMonth? Month(string month) => ServiceMonth.Parse(System.Text.Encoding.ASCII.GetBytes(month));
}
