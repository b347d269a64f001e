using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Desk;

/// <summary>The vendor's desk sees counts, versions, times and codes; no patient data reaches this page.</summary>
internal static class ListStations {
    public static async Task<IResult> Handle(string? search, int? page, Visit visit, CloudApi api, CancellationToken stop) =>
        (await api.Stations(search, Paging.Number(page), stop)).Succeeded(out var stations, out var refusal)
            ? new RazorComponentResult<DeskPage>(new { Visit = visit, Stations = stations, Search = search })
            : Problems.Page(visit, refusal);
}
