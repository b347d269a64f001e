using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

internal static class ListBuildFindings {
    public static async Task<IResult> Handle(string month, string buildId, string? search, int? page, Visit visit, MonthsApi api, CancellationToken stop) =>
        (await api.BuildFindings(month, buildId, search, Paging.Number(page), stop)).Succeeded(out var findings, out var refusal)
            ? new RazorComponentResult<BuildFindingsPage>(new { Visit = visit, Month = month, BuildId = buildId, Findings = findings, Search = search })
            : Problems.Page(visit, refusal);
}
