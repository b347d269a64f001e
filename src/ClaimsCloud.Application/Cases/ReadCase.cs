using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

internal static class ReadCase {
    public static async Task<Results<Ok<CaseDetail>, Refused>> Handle(string caseId, PlatformScope platform, CancellationToken stop) =>
        await platform.Case(caseId, stop) is { } stored ? TypedResults.Ok(await CaseViews.Detail(caseId, stored.Value, platform, stop)) : (Refused)Refusals.NotFound;
}
