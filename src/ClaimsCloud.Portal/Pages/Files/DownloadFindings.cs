using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using ClaimsCloud.Portal.Words;

namespace ClaimsCloud.Portal.Pages.Files;

/// <summary>All findings for a spreadsheet.</summary>
internal static class DownloadFindings {
    public static async Task<IResult> Handle(string fileId, HttpContext http, Visit visit, CloudApi api, ChecksApi checks, CancellationToken stop) {
        if (!(await api.File(fileId, stop)).Succeeded(out var detail, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await checks.FindingsCsv(fileId, stop)).Succeeded(out var rows, out refusal)) return Problems.Page(visit, refusal);
        http.Response.RegisterForDispose(rows);
        return TypedResults.Stream(await rows.Content.ReadAsStreamAsync(stop), "text/csv; charset=utf-8", $"点検結果 {FileNames.Title(detail.File)}.csv");
    }
}
