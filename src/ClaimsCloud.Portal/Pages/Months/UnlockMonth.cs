using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

/// <summary>Opens a closed month again; the reason stays in its history.</summary>
internal static class UnlockMonth {
    public static async Task<IResult> Show(string month, Visit visit, MonthsApi api, CancellationToken stop) =>
        (await api.Month(month, stop)).Succeeded(out _, out var refusal) ? Page(visit, month) : Problems.Page(visit, refusal);

    public static async Task<IResult> Handle(string month, HttpRequest request, Visit visit, MonthsApi api, CancellationToken stop) {
        var sent = await request.ReadFormAsync(stop);
        if ((await api.Unlock(month, sent["reason"].ToString(), stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.Month(month));
        return refusal.Status == StatusCodes.Status400BadRequest ? Page(visit, month, new FormProblem("reason", refusal.Title)) : Problems.Page(visit, refusal);
    }

    private static RazorComponentResult<UnlockPage> Page(Visit visit, string month, params FormProblem[] problems) =>
        new(new { Visit = visit, Month = month, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
