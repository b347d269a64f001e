using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Support;

/// <summary>Lets the desk look for a time, ends that, and shows each look.</summary>
internal static class GiveGrant {
    public static Task<IResult> Show(Visit visit, SupportApi api, CancellationToken stop) => Page(visit, api, stop);

    public static async Task<IResult> Handle(HttpRequest request, Visit visit, SupportApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var hours = int.TryParse(form["hours"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if ((await api.Grant(new(hours, form["why"].ToString()), stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.Grants);
        return refusal.Status is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict ? await Page(visit, api, stop, new FormProblem("why", refusal.Title)) : Problems.Page(visit, refusal);
    }

    public static async Task<IResult> End(string grantId, Visit visit, SupportApi api, CancellationToken stop) =>
        await api.EndGrant(grantId, stop) is { } refusal ? Problems.Page(visit, refusal) : TypedResults.LocalRedirect(Links.Grants);

    private static async Task<IResult> Page(Visit visit, SupportApi api, CancellationToken stop, params FormProblem[] problems) =>
        (await api.Grants(stop)).Succeeded(out var view, out var refusal)
            ? new RazorComponentResult<GrantPage>(new { Visit = visit, View = view, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity }
            : Problems.Page(visit, refusal);
}
