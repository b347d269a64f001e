using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Support;

internal static class ListRequests {
    private const int Shown = 50;

    public static async Task<Ok<List<RequestRow>>> Handle(TenantScope tenant, CancellationToken stop) {
        var page = await tenant.Documents.Query(new IndexQuery<FaultRequest>(FaultRequest.Kind, FaultRequest.ByAge, IndexRange.All, QueryOrder.Descending, Shown), stop);
        return TypedResults.Ok(page.Items.Select(r => r.Value.Row(r.Id)).ToList());
    }

    public static Ok<List<ManualRow>> Manual() => TypedResults.Ok(ManualPage.All.Select(p => new ManualRow(p.Page, p.Title, p.Text)).ToList());
}
