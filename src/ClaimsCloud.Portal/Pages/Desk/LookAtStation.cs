using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Desk;

/// <summary>Asks the station, under its grant, and shows what it answers until the grant ends.</summary>
internal static class LookAtStation {
    public static async Task<IResult> Ask(string stationId, Visit visit, FleetApi api, CancellationToken stop) =>
        (await api.AskLook(stationId, stop)).Succeeded(out var look, out var refusal) ? TypedResults.LocalRedirect(Links.DeskLook(stationId, look.LookId)) : Problems.Page(visit, refusal);

    public static async Task<IResult> Show(string stationId, string lookId, Visit visit, FleetApi api, CancellationToken stop) {
        if (!(await api.Station(stationId, stop)).Succeeded(out var station, out var refusal)) return Problems.Page(visit, refusal);
        return (await api.Look(stationId, lookId, stop)).Succeeded(out var look, out refusal)
            ? new RazorComponentResult<LookPage>(new { Visit = visit, StationId = stationId, StationName = station.Row.StationName, Look = look }) : Problems.Page(visit, refusal);
    }
}
