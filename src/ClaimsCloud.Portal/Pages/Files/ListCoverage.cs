using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Files;

internal static class ListCoverage {
    public static async Task<IResult> Handle(string fileId, string? search, int? page, Visit visit, CloudApi api, ChecksApi checks, CancellationToken stop) {
        if (!(await api.File(fileId, stop)).Succeeded(out var detail, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await checks.Coverage(fileId, search, Paging.Number(page), stop)).Succeeded(out var rules, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<CoveragePage>(new { Visit = visit, Detail = detail, Rules = rules, Search = search });
    }
}
