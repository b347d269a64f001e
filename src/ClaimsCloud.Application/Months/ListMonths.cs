using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Months;

/// <summary>Newest first. A station opens twelve months a year: the last sixteen years fit in one answer.</summary>
internal static class ListMonths {
    public static async Task<Ok<IReadOnlyList<MonthRow>>> Handle(TenantScope tenant, CancellationToken stop) {
        var months = await tenant.Documents.Query(new IndexQuery<CareMonth>(CareMonth.Kind, CareMonth.ByMonth, IndexRange.All, QueryOrder.Descending, DocumentLimits.QueryItems), stop);
        return TypedResults.Ok<IReadOnlyList<MonthRow>>([.. months.Items.Select(m => m.Value.Row)]);
    }
}
