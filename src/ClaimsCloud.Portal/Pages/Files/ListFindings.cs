using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using ClaimsCloud.Portal.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Files;

internal static class ListFindings {
    public static async Task<IResult> Handle(string fileId, string? severity, string? search, int? page, Visit visit, CloudApi api, CancellationToken stop) {
        var only = Severities.Filters.Contains(severity) ? severity : null;
        if (!(await api.File(fileId, stop)).Succeeded(out var detail, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.Findings(fileId, only, search, Paging.Number(page), stop)).Succeeded(out var findings, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<FindingsPage>(new { Visit = visit, Detail = detail, Findings = findings, Severity = only, Search = search });
    }
}
