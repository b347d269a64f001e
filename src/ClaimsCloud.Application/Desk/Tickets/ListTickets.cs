using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk.Tickets;

/// <summary>Open tickets, the one whose clock runs out first on top; closed ones newest first.</summary>
internal static class ListTickets {
    private const int IncidentsShown = 10;
    private const int StationsThatMakeAnOutage = 5;
    private static readonly TimeSpan OutageWindow = TimeSpan.FromHours(1);

    public static async Task<Ok<TicketView>> Handle(string? state, int? page, PlatformScope platform, DeskScope desk, CancellationToken stop) {
        var (now, number) = (platform.Now, Paging.Number(page));
        var contracts = (await desk.Stations(stop)).Where(s => s.Value.Contract is not null).ToDictionary(s => s.Key, s => s.Value.Contract, StringComparer.Ordinal);
        var open = new List<(Ticket Ticket, TicketRow Row)>();
        await foreach (var ticket in platform.Documents.All(Ticket.Kind, Ticket.ByOpen, IndexRange.All, stop))
            open.Add((ticket.Value, TicketViews.Row(ticket.Id, ticket.Value, contracts.GetValueOrDefault(ticket.Value.StationId), now)));
        var rows = state == Json.CamelCase(TicketState.Closed)
            ? (await platform.Documents.Query(new IndexQuery<Ticket>(Ticket.Kind, Ticket.ByAge, IndexRange.All, QueryOrder.Descending, DocumentLimits.QueryItems), stop)).Items
                .Where(t => t.Value.State == TicketState.Closed).Select(t => TicketViews.Row(t.Id, t.Value, null, now)).ToList()
            : open.Select(t => t.Row).Where(r => state is null || r.State == state).OrderBy(r => r.Due ?? DateTimeOffset.MaxValue).ThenBy(r => r.At).ThenBy(r => r.TicketId, StringComparer.Ordinal).ToList();
        var incidents = await platform.Documents.Query(new IndexQuery<Incident>(Incident.Kind, Incident.ByAge, IndexRange.All, QueryOrder.Descending, IncidentsShown), stop);
        var national = open.Where(t => t.Ticket is { IncidentId: null, Symptom: "send" or "eligibility" or "results" } && now - t.Ticket.At < OutageWindow)
            .GroupBy(t => t.Ticket.Symptom).Select(g => (g.Key, Stations: g.Select(t => t.Ticket.StationId).Distinct().Count())).Where(g => g.Stations >= StationsThatMakeAnOutage).ToDictionary(g => g.Key, g => g.Stations);
        return TypedResults.Ok(new TicketView(new([.. rows.Skip((int)Math.Min((number - 1L) * Paging.Size, int.MaxValue)).Take(Paging.Size)], rows.Count, number, Paging.Size),
            Enum.GetValues<TicketState>().Where(s => s != TicketState.Closed).ToDictionary(Json.CamelCase, s => open.Count(t => t.Ticket.State == s)),
            [.. incidents.Items.Select(i => i.Value.Row(i.Id, open.Count(t => t.Ticket.IncidentId == i.Id)))], national));
    }

    public static async Task<Results<Ok<TicketDetail>, Refused>> Read(string ticketId, PlatformScope platform, DeskScope desk, CancellationToken stop) =>
        DocumentLimits.IsId(ticketId) && await platform.Documents.Get(Ticket.Kind, ticketId, stop) is { } ticket
            ? TypedResults.Ok(TicketViews.Detail(ticketId, ticket.Value, await desk.Station(ticket.Value.StationId, stop), TicketEvidence.PartnerSilent(ticket.Value.StationId, await desk.Stations(stop), platform.Now), platform.Now))
            : (Refused)Refusals.NotFound;
}
