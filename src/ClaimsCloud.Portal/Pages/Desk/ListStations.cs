using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Desk;

/// <summary>The vendor's desk sees counts, versions, times and codes; no patient data reaches this page.</summary>
internal static class ListStations {
    public static Task<IResult> Handle(string? state, string? month, string? search, int? page, Visit visit, FleetApi api, CancellationToken stop) =>
        Show(state, month, search, page, visit, api, (view, shown) => new RazorComponentResult<DeskPage>(new { Visit = visit, View = view, Shown = shown }), stop);

    /// <summary>The part of that page that looks again by script.</summary>
    public static Task<IResult> Live(string? state, string? month, string? search, int? page, Visit visit, FleetApi api, CancellationToken stop) =>
        Show(state, month, search, page, visit, api, (view, shown) => new RazorComponentResult<FleetLive>(new { Visit = visit, View = view, Shown = shown }), stop);

    private static async Task<IResult> Show(string? state, string? month, string? search, int? page, Visit visit, FleetApi api, Func<FleetView, FleetFilter, IResult> show, CancellationToken stop) =>
        (await api.Stations(state, month, search, Paging.Number(page), stop)).Succeeded(out var view, out var refusal)
            ? show(view, new(state, month, search)) : Problems.Page(visit, refusal);
}

/// <summary>What the console is narrowed to; public because a component takes it.</summary>
public sealed record FleetFilter(string? State, string? Month, string? Search);
