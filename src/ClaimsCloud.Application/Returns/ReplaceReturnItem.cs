using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Returns;

/// <summary>A person says which claims take the place of the returned one; a split has several.</summary>
internal static class ReplaceReturnItem {
    public static async Task<Results<Ok<ReturnItemDetail>, Refused>> Handle(string itemId, ReplacementRequest request, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (await tenant.Documents.Get(ReturnItem.Kind, itemId, stop) is null) return (Refused)Refusals.NotFound;
        if (request.Claims is not { Count: > 0 } claims) return (Refused)ReturnRefusals.ClaimMissing;
        foreach (var claim in claims)
            if (!await tenant.HasClaim(claim, stop)) return (Refused)ReturnRefusals.ClaimMissing;
        var changed = await tenant.Change(itemId, item => Replaced(item, claims, new(caller.Id, tenant.Now)), stop);
        if (!changed.Succeeded(out var detail, out var refusal)) return (Refused)refusal;
        // The file may have been sealed, or even answered, before anybody said what its claims are for.
        var batch = tenant.Batch();
        foreach (var fileId in claims.Select(c => c.FileId).Distinct()) batch.Send(new ClaimFileMoved(fileId));
        await tenant.Commit(batch, CancellationToken.None);
        return TypedResults.Ok(detail);
    }

    private static Outcome<ReturnItem> Replaced(ReturnItem item, IReadOnlyList<ClaimRef> claims, Domain.Returns.Work.Deed by) {
        if (item.Work.Replacements.Count == 0) return item.After(item.Work.Correct(by, "訂正したレセプトを指定しました。", [.. claims.Select(c => (c.FileId, c.Number))]));
        foreach (var claim in claims) {
            if (!item.After(item.Work.Add(by, claim.FileId, claim.Number)).Succeeded(out var added, out var refusal)) return refusal;
            item = added;
        }
        return item;
    }
}
