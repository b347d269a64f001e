using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Rules;

/// <summary>Findings that somebody took on herself: the list, and taking one back.</summary>
internal static class TakenFindings {
    private const int Size = 50;

    public static async Task<IResult> List(string? search, int? page, Visit visit, ChecksApi checks, CancellationToken stop) {
        if (!(await checks.Settings(stop)).Succeeded(out var settings, out var refusal)) return Problems.Page(visit, refusal);
        var found = settings.Overrides.Where(o => string.IsNullOrWhiteSpace(search) || $"{o.Code} {o.PatientName} {o.Why}".Contains(search.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        var number = Paging.Number(page);
        return new RazorComponentResult<TakenFindingsPage>(new { Visit = visit, Taken = Paging.Of(found, number, Size), Search = search });
    }

    public static async Task<IResult> Delete(HttpRequest request, Visit visit, ChecksApi checks, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var taken = new OverrideRow(form["code"].ToString(), form["chart"].ToString(), "", "", "", "", default);
        return (await checks.DeleteOverride(taken, stop)).Succeeded(out _, out var refusal) ? TypedResults.LocalRedirect(Links.TakenFindings()) : Problems.Page(visit, refusal);
    }
}
