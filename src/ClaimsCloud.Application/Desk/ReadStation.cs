using ClaimsCloud.Application.Cases;
using ClaimsCloud.Application.Desk.Tickets;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk;

/// <summary>One station as the desk sees it without a grant.</summary>
internal static class ReadStation {
    private const int TicketsShown = 20;

    public static async Task<Results<Ok<FleetStation>, Refused>> Handle(string stationId, PlatformScope platform, DeskScope desk, CancellationToken stop) =>
        await desk.Station(stationId, stop) is { } station ? TypedResults.Ok(await View(stationId, station, platform, stop)) : (Refused)Refusals.NotFound;

    public static async Task<FleetStation> View(string stationId, StationProjection station, PlatformScope platform, CancellationToken stop) {
        var at = StationViews.At(stationId, station, platform.Now);
        var history = await platform.Documents.Get(StationHistory.Kind, stationId, stop);
        var renewals = await platform.Documents.Query(new IndexQuery<Renewal>(Renewal.DocumentKind, Renewal.ByStation, IndexRange.Exactly(stationId), QueryOrder.Descending, TicketsShown), stop);
        var tickets = await platform.Documents.Query(new IndexQuery<Ticket>(Ticket.Kind, Ticket.ByStation, IndexRange.Exactly(stationId), QueryOrder.Descending, TicketsShown), stop);
        return new(StationViews.Row(at),
            [.. station.Connectors.Values.OrderByDescending(c => c.At).Select(c => new FleetConnector(c.DeviceId, c.At, c.Version, c.Alarms, c.OnHours, c.Health, c.Program, c.SkewMilliseconds, c.QueueLength))],
            [.. station.Jobs.Values.OrderByDescending(j => j.At).Select(j => new JobSign(j.JobId, j.Kind, j.State, j.CreatedAt, j.At))],
            [.. at.Alerts.OrderByDescending(a => a.Level).ThenBy(a => a.Since).Select(a => StationViews.Alert(stationId, station.StationName, a))], history?.Value.Entries ?? [], [.. renewals.Items.Select(r => r.Value.Row(r.Id)).OrderByDescending(r => r.Ends)], station.Contract,
            [.. tickets.Items.OrderByDescending(t => t.Value.At).Select(t => TicketViews.Row(t.Id, t.Value, station.Contract, platform.Now))],
            StationViews.Rates(station.Month?.Claims is [var newest, ..] ? newest.Counts : null),
            await CaseFacts.Of(stationId, platform, stop) is { } way ? CaseTracks.Sign(way) : null);
    }
}
