using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Returns;

internal static class ReadReturnItem {
    public static async Task<Results<Ok<ReturnItemDetail>, Refused>> Handle(string itemId, TenantScope tenant, CancellationToken stop) =>
        await tenant.Documents.Get(ReturnItem.Kind, itemId, stop) is { } item
            ? TypedResults.Ok(await ReturnItemViews.Detail(itemId, item.Value, tenant, stop))
            : (Refused)Refusals.NotFound;
}
