using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Pages.Files;

/// <summary>The bytes as they came, under the name they came with.</summary>
internal static class DownloadOriginal {
    public static async Task<IResult> Handle(string fileId, HttpContext http, Visit visit, CloudApi api, CancellationToken stop) {
        if (!(await api.File(fileId, stop)).Succeeded(out var detail, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.Original(fileId, stop)).Succeeded(out var original, out refusal)) return Problems.Page(visit, refusal);
        http.Response.RegisterForDispose(original);
        http.Response.ContentLength = original.Content.Headers.ContentLength;
        return TypedResults.Stream(await original.Content.ReadAsStreamAsync(stop), "application/octet-stream", detail.File.Name);
    }
}
