using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

/// <summary>One import: progress while it runs, then what became of each row.</summary>
internal static class ShowImport {
    public const string Running = "running";

    /// <param name="seen">What a page that looks again by script shows already.</param>
    public static async Task<IResult> Handle(string month, string importId, string? seen, string? search, int? page, HttpContext http, Visit visit, MonthsApi api, CancellationToken stop) {
        if (!(await api.Import(month, importId, stop)).Succeeded(out var import, out var refusal)) return Problems.Page(visit, refusal);
        if (seen == Running && !IsRunning(import)) {
            http.Response.Headers["HX-Refresh"] = "true";
            return TypedResults.Ok();
        }
        if (!(await api.ImportRows(month, importId, search, Paging.Number(page), stop)).Succeeded(out var rows, out refusal)) return Problems.Page(visit, refusal);
        if (!(await api.ImportFindings(month, importId, null, 1, stop)).Succeeded(out var findings, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<ImportPage>(new { Visit = visit, Import = import, Rows = rows, Findings = findings, Search = search });
    }

    public static bool IsRunning(ImportDetail import) => import.State is ImportState.Waiting or ImportState.Running;
}
