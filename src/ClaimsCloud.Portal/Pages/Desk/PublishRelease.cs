using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Pages.Desk;

/// <summary>Passes a signed release file on.</summary>
internal static class PublishRelease {
    public static async Task<IResult> Handle(HttpRequest request, Visit visit, CloudApi api, CancellationToken stop) {
        if (await FormFile.Find(request, stop) is not { } chosen) return await ListReleases.Page(visit, api, new("file", "署名した更新ファイルを選んでください。"), stop);
        return (await api.Publish(chosen.Before.GetValueOrDefault("share"), chosen.Content, stop)).Succeeded(out _, out var refusal)
            ? TypedResults.LocalRedirect(Links.DeskReleases) : await ListReleases.Page(visit, api, new FormProblem("file", refusal.Title), stop);
    }
}
