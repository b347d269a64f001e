using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Returns;

internal static class ListReturnItems {
    public static async Task<Ok<List<ReturnItemRow>>> Handle(string? closed, TenantScope tenant, CancellationToken stop) {
        var rows = new List<ReturnItemRow>();
        await foreach (var item in tenant.All(closed == "1" ? ReturnItem.ByReceipt : ReturnItem.ByRisk, stop)) rows.Add(ReturnItemViews.Row(item.Id, item.Value));
        return TypedResults.Ok(rows.OrderBy(r => r.Due ?? r.DownloadUntil ?? DateOnly.MaxValue).ThenByDescending(r => r.Yen).ToList());
    }
}
