using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Grants;

/// <summary>What stations opened to the visitor, a person of the vendor. Each look stands in the station's log.</summary>
internal static class ShowGranted {
    public static async Task<IResult> List(Visit visit, IdentityApi api, CancellationToken stop) =>
        (await api.MyGrants(stop)).Succeeded(out var grants, out var refusal) ? new RazorComponentResult<GrantedListPage>(new { Visit = visit, Grants = grants }) : Problems.Page(visit, refusal);

    public static async Task<IResult> File(string stationId, string grantId, int? page, Visit visit, IdentityApi api, CancellationToken stop) {
        if (!(await api.GrantedFile(stationId, grantId, stop)).Succeeded(out var file, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.GrantedFindings(stationId, grantId, Paging.Number(page), stop)).Succeeded(out var findings, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<GrantedFilePage>(new { Visit = visit, StationId = stationId, GrantId = grantId, Detail = file, Findings = findings });
    }
}
