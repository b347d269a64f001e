using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

internal static class ListMonthFindings {
    public static async Task<IResult> Handle(string month, string? search, int? page, Visit visit, MonthsApi api, CancellationToken stop) =>
        (await api.Findings(month, search, Paging.Number(page), stop)).Succeeded(out var findings, out var refusal)
            ? new RazorComponentResult<MonthFindingsPage>(new { Visit = visit, Month = month, Findings = findings, Search = search })
            : Problems.Page(visit, refusal);
}
