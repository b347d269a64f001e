using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

internal static class ListMonths {
    public static Task<IResult> Handle(Visit visit, MonthsApi api, CancellationToken stop) => Page(visit, api, [], stop);

    internal static async Task<IResult> Page(Visit visit, MonthsApi api, FormProblem[] problems, CancellationToken stop) =>
        (await api.Months(stop)).Succeeded(out var months, out var refusal)
            ? new RazorComponentResult<MonthsPage>(new { Visit = visit, Months = months, Problems = problems }) { StatusCode = problems.Length == 0 ? 200 : 422 }
            : Problems.Page(visit, refusal);
}
