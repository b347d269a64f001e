using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

/// <summary>One month: what is wrong with it, what can be done with it, its patients.</summary>
internal static class ShowMonth {
    public static async Task<IResult> Handle(string month, string? search, int? page, Visit visit, MonthsApi api, CancellationToken stop) {
        if (!(await api.Month(month, stop)).Succeeded(out var row, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.Patients(month, search, Paging.Number(page), stop)).Succeeded(out var patients, out refusal)) return Problems.Page(visit, refusal);
        if (!(await api.Findings(month, null, 1, stop)).Succeeded(out var findings, out refusal)) return Problems.Page(visit, refusal);
        ClaimBuildDetail[]? builds = [];
        if (!visit.IsNurse && !(await api.Builds(month, stop)).Succeeded(out builds, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<MonthPage>(new { Visit = visit, Month = row, Patients = patients, Findings = findings.Total, Builds = builds, Search = search });
    }
}
