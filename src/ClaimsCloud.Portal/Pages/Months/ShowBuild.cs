using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

/// <summary>One making of claim files: files, patients, what keeps anybody back.</summary>
internal static class ShowBuild {
    public const string Running = "running";

    /// <param name="seen">What a page that looks again by script shows already.</param>
    public static async Task<IResult> Handle(string month, string buildId, string? seen, string? search, int? page, HttpContext http, Visit visit, MonthsApi api, CancellationToken stop) {
        if (!(await api.Build(month, buildId, stop)).Succeeded(out var build, out var refusal)) return Problems.Page(visit, refusal);
        if (seen == Running && build.State != ClaimBuildState.Running) {
            http.Response.Headers["HX-Refresh"] = "true";
            return TypedResults.Ok();
        }
        if (!(await api.BuiltPatients(month, buildId, search, Paging.Number(page), stop)).Succeeded(out var patients, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<BuildPage>(new { Visit = visit, Build = build, Patients = patients, Search = search });
    }
}
