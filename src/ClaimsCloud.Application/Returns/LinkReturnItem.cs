using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Returns;

/// <summary>A person says which claim of ours came back, or that it was not sent from here.</summary>
internal static class LinkReturnItem {
    public static async Task<Results<Ok<ReturnItemDetail>, Refused>> Handle(string itemId, LinkRequest request, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (await tenant.Documents.Get(ReturnItem.Kind, itemId, stop) is null) return (Refused)Refusals.NotFound;
        if (request.Claim is { } claim && !await tenant.HasClaim(claim, stop)) return (Refused)ReturnRefusals.ClaimMissing;
        var changed = await tenant.Change(itemId, item =>
            (item with { Claim = request.Claim }).After(item.Work.Link(new(caller.Id, tenant.Now), request.Claim is null ? "この画面から送った請求ではないと確かめました。" : "担当者が請求と照合しました。")), stop);
        return changed.Succeeded(out var detail, out var refusal) ? TypedResults.Ok(detail) : (Refused)refusal;
    }

    /// <summary>True when the file exists, was checked, and has so many claims.</summary>
    public static async Task<bool> HasClaim(this TenantScope tenant, ClaimRef claim, CancellationToken stop) =>
        DocumentLimits.IsId(claim.FileId ?? "") && await tenant.Documents.Get(ClaimFile.Kind, claim.FileId!, stop) is { Value.Check: { } check } && claim.Number >= 1 && claim.Number <= check.Claims;
}
