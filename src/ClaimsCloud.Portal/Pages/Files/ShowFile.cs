using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using ClaimsCloud.Portal.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Files;

/// <summary>One file: progress while it is checked, then what to do next, the counts and the evidence chain.</summary>
internal static class ShowFile {
    /// <param name="seen">What a page that looks again by script shows already; see <see cref="Tag"/>.</param>
    public static async Task<IResult> Handle(string fileId, string? seen, HttpContext http, Visit visit, CloudApi api, CancellationToken stop) {
        if (!(await api.File(fileId, stop)).Succeeded(out var detail, out var refusal)) return Problems.Page(visit, refusal);
        if (seen is not null) {
            if (seen == Tag(detail) && !FileStates.IsChecking(detail.File.State)) return TypedResults.NoContent();
            if (seen == Checking && !FileStates.IsChecking(detail.File.State)) {
                http.Response.Headers["HX-Refresh"] = "true";
                return TypedResults.Ok();
            }
        }
        if (!(await api.Connectors(stop)).Succeeded(out var connectors, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<FilePage>(new { Visit = visit, Detail = detail, Connectors = connectors });
    }

    public const string Checking = "checking";

    /// <summary>Changes whenever there is something new to show.</summary>
    public static string Tag(ClaimFileDetail detail) =>
        FileStates.IsChecking(detail.File.State) ? Checking : $"{detail.File.State}-{detail.Chain.Count}-{string.Concat(detail.Alerts.Select(a => a.Level))}";
}
