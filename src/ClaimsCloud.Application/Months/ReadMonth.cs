using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Months;

internal static class ReadMonth {
    public static async Task<Results<Ok<MonthRow>, Refused>> Handle(string month, TenantScope tenant, CancellationToken stop) =>
        await tenant.Month(month, stop) is { } stored ? TypedResults.Ok(stored.Value.Row) : (Refused)Refusals.NotFound;
}
