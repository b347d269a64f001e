using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Statements;

namespace ClaimsCloud.Application.Returns;

/// <summary>A list of amounts as it came, each line beside our claim where it is certain which one that is.</summary>
internal static class StatementLines {
    /// <returns>Null for a file that is no list of amounts, or one whose headings are unknown.</returns>
    public static async Task<IReadOnlyList<StatementLine>?> Of(ReturnFile file, TenantScope tenant, CancellationToken stop) {
        if (file.Says(tenant.StationCode) is not { } name || await Read(name, file, tenant, stop) is not { } statement) return null;
        var claims = await StatementClaims.Load(tenant, name, stop);
        var adjusted = await Adjustments(name, claims, tenant, stop);
        return [.. statement.Entries.Select(entry => Line(entry, claims.Find(entry.Key), adjusted))];
    }

    private static async Task<Statement?> Read(ReturnFileName name, ReturnFile file, TenantScope tenant, CancellationToken stop) =>
        name.Kind is ReturnFileKind.AdjustmentNotice or ReturnFileKind.ReturnStatement or ReturnFileKind.PaymentStatement && file.Size <= ReturnFile.LargestRead
            && ReturnedDocument.Read(name.Kind, name, await tenant.ReadAll(file.Blob, stop)).Contents is Statement { Understood: true, Damaged: false } statement ? statement : null;

    /// <summary>What the payer announced for each of our claims, over all its notices; the same notice twice counts once.</summary>
    private static async Task<Dictionary<ClaimRef, long>> Adjustments(ReturnFileName about, StatementClaims claims, TenantScope tenant, CancellationToken stop) {
        var (sums, seen) = (new Dictionary<ClaimRef, long>(), new HashSet<string>());
        await foreach (var stored in tenant.Documents.All(ReturnFile.DocumentKind, ReturnFile.ByReceipt, IndexRange.All, stop))
            if (stored.Value is var file && file.Says(tenant.StationCode) is { Kind: ReturnFileKind.AdjustmentNotice } name && name.Payer == about.Payer && seen.Add(file.Sha256) && await Read(name, file, tenant, stop) is { } notice)
                foreach (var entry in notice.Entries)
                    if (claims.Find(entry.Key) is { } claim) sums[claim.Ref] = sums.GetValueOrDefault(claim.Ref) + (entry.AdjustmentYen ?? 0);
        return sums;
    }

    private static StatementLine Line(StatementEntry entry, StatementClaim? claim, Dictionary<ClaimRef, long> adjusted) {
        var compared = new AmountComparison(claim?.TotalYen, entry.DecidedYen, claim is null ? 0 : adjusted.GetValueOrDefault(claim.Ref));
        return new(entry.Line, entry.Key.PatientName ?? "", entry.Key.Month?.ToString() ?? "", claim?.Ref, claim?.TotalYen, entry.DecidedYen, entry.PaidYen, entry.AdjustmentYen,
            compared.DifferenceYen, compared.UnexplainedYen, [.. entry.Reasons.Select(Reason)]);
    }

    private static AdjustmentReason Reason(string code) => ReturnReasons.Adjustment(code) is { } words ? new(code, words.Title, words.Kind, words.Fix)
        : ReturnReasons.Of(code) is { Known: true } known ? new(code, known.Title, "", known.Fix) : new(code, "番号の意味は手元の表にありません", "", "審査支払機関に確かめてください。");
}
