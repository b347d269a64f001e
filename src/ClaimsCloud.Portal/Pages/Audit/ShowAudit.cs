using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Audit;

internal static class ShowAudit {
    public static async Task<IResult> Handle(string? act, string? search, string? after, Visit visit, AuditApi api, CancellationToken stop) =>
        (await api.Log(act, search, after, stop)).Succeeded(out var log, out var refusal)
            ? new RazorComponentResult<AuditLogPage>(new { Visit = visit, Log = log, Act = act, Search = search, After = after })
            : Problems.Page(visit, refusal);

    /// <summary>The file as <c>claims audit verify</c> reads it.</summary>
    public static async Task<IResult> Download(HttpContext http, Visit visit, AuditApi api, CancellationToken stop) {
        if (!(await api.File(stop)).Succeeded(out var file, out var refusal)) return Problems.Page(visit, refusal);
        http.Response.RegisterForDispose(file);
        return TypedResults.Stream(await file.Content.ReadAsStreamAsync(stop), "text/plain", file.Content.Headers.ContentDisposition?.FileName?.Trim('"') ?? "audit.log");
    }
}
