using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Statements;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Returns;

/// <summary>A list of amounts as it came, each line beside our claim where it is certain which one that is.</summary>
internal static class ReadStatement {
    private const long LargestList = 64 * 1024 * 1024;

    public static async Task<Results<Ok<StatementDetail>, Refused>> Handle(string returnFileId, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Documents.Get(ReturnFile.DocumentKind, returnFileId, stop) is not { Value: { Size: <= LargestList } file }
            || await Read(file, tenant, stop) is not { } statement || ReturnFileName.Parse(file.Name) is not { } name) return (Refused)Refusals.NotFound;
        var claims = await StatementClaims.Load(tenant, name, stop);
        var adjusted = await Adjustments(name, claims, tenant, stop);
        var lines = statement.Entries.Select(entry => Line(entry, claims.Find(entry.Key), adjusted)).ToList();
        return TypedResults.Ok(new StatementDetail(file.Name, file.Kind, statement.Understood, statement.Damaged, lines, statement.Understood ? [] : statement.Raw));
    }

    private static async Task<Statement?> Read(ReturnFile file, TenantScope tenant, CancellationToken stop) => file.Kind is Kinds.AdjustmentNotice or Kinds.ReturnStatement or Kinds.PaymentStatement
        ? ReturnedDocument.Read(file.Name, await tenant.ReadAll(file.Blob, stop)).Contents as Statement : null;

    /// <summary>What the payer announced for each of our claims, over all its notices; the same notice twice counts once.</summary>
    private static async Task<Dictionary<ClaimRef, long>> Adjustments(ReturnFileName name, StatementClaims claims, TenantScope tenant, CancellationToken stop) {
        var (sums, seen) = (new Dictionary<ClaimRef, long>(), new HashSet<string>());
        Continuation? next = null;
        do {
            var page = await tenant.Documents.Query(new IndexQuery<ReturnFile>(ReturnFile.DocumentKind, ReturnFile.ByReceipt, IndexRange.All, QueryOrder.Ascending, DocumentLimits.QueryItems, next), stop);
            foreach (var file in page.Items.Select(f => f.Value).Where(f => f is { Kind: Kinds.AdjustmentNotice, Size: <= LargestList } && ReturnFileName.Parse(f.Name)?.Payer == name.Payer && seen.Add(f.Sha256)))
                foreach (var entry in (await Read(file, tenant, stop))!.Entries)
                    if (claims.Find(entry.Key) is { } claim) sums[claim.Ref] = sums.GetValueOrDefault(claim.Ref) + (entry.AdjustmentYen ?? 0);
            next = page.Next;
        } while (next is not null);
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
