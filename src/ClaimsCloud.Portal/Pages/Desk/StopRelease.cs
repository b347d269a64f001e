using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Pages.Desk;

internal static class StopRelease {
    public static async Task<IResult> Handle(string releaseId, Visit visit, CloudApi api, CancellationToken stop) =>
        await api.StopRelease(releaseId, stop) is { } refusal ? Problems.Page(visit, refusal) : TypedResults.LocalRedirect(Links.DeskReleases);
}
