using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Desk;

/// <summary>What the vendor let out, where it runs, and where it went out again.</summary>
internal static class ListReleases {
    public static Task<IResult> Handle(Visit visit, CloudApi api, CancellationToken stop) => Page(visit, api, null, stop);

    /// <param name="problem">What was wrong with the form.</param>
    public static async Task<IResult> Page(Visit visit, CloudApi api, FormProblem? problem, CancellationToken stop) =>
        (await api.Releases(stop)).Succeeded(out var releases, out var refusal)
            ? new RazorComponentResult<ReleasesPage>(new { Visit = visit, Releases = releases, Problems = problem is null ? [] : new[] { problem } }) {
                StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            } : Problems.Page(visit, refusal);
}
