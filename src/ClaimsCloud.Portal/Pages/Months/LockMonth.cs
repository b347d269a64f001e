using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

/// <summary>Asks first; then closes the month.</summary>
internal static class LockMonth {
    public static async Task<IResult> Show(string month, Visit visit, MonthsApi api, CancellationToken stop) =>
        (await api.Month(month, stop)).Succeeded(out var row, out var refusal) ? new RazorComponentResult<LockPage>(new { Visit = visit, Month = row }) : Problems.Page(visit, refusal);

    public static async Task<IResult> Handle(string month, Visit visit, MonthsApi api, CancellationToken stop) =>
        (await api.Lock(month, stop)).Succeeded(out _, out var refusal) ? TypedResults.LocalRedirect(Links.Month(month)) : Problems.Page(visit, refusal);
}
