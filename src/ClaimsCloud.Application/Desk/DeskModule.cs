using ClaimsCloud.Application.Desk.Tickets;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Desk;

internal static class DeskModule {
    public static void MapDesk(this EndpointTable table) {
        table.MapGet(FleetRoutes.Stations, Access.Desk, ListStations.Handle);
        table.MapGet(FleetRoutes.Station, Access.Desk, ReadStation.Handle);
        table.MapPost(FleetRoutes.Contract, Access.Desk, SetContract.Handle);
        table.MapGet(FeatureRoutes.Features, Access.Desk, SwitchFeature.Read);
        table.MapPost(FeatureRoutes.Features, Access.Engineer, SwitchFeature.Handle);
        table.MapGet(FleetRoutes.Calendar, Access.Desk, ReadCalendar.Handle);
        table.MapPost(FleetRoutes.Renewal, Access.Desk, MoveRenewal.Handle);
        table.MapGet(FleetRoutes.Alerts, Access.Desk, ListAlerts.Handle);
        table.MapGet(FleetRoutes.Figures, Access.Desk, ReadFigures.Handle);
        table.MapGet(SupportRoutes.Tickets, Access.Desk, ListTickets.Handle);
        table.MapGet(SupportRoutes.Ticket, Access.Desk, ListTickets.Read);
        table.MapPost(SupportRoutes.TicketMoves, Access.Desk, MoveTicket.Handle);
        table.MapPost(SupportRoutes.Incidents, Access.Desk, Incident.Open);
        table.MapPost(SupportRoutes.IncidentEnd, Access.Desk, Incident.End);
        table.MapGet(PortalRoutes.DeskParkedMessages, Access.Desk, ListParkedMessages.Handle);
        table.MapPost(PortalRoutes.DeskResend, Access.Desk, ResendParkedMessage.Handle);
        table.MapMessage<ResendWanted>("OnResendWanted", Queues.Projections, ResendParkedMessage.InTenant);
        table.MapPlatformMessage<StationOpened>("OnStationOpened", Queues.Projections, ProjectStation.Opened);
        table.MapPlatformMessage<ConnectorSeen>("OnConnectorSeen", Queues.Projections, ProjectStation.Seen);
        table.MapPlatformMessage<JobSeen>("OnJobSeen", Queues.Projections, ProjectStation.Job);
        table.MapPlatformMessage<ResultsCameUp>("OnResultsCameUp", Queues.Projections, ProjectStation.Results);
        table.MapPlatformMessage<MonthCounted>("OnMonthCounted", Queues.Projections, ProjectStation.Month);
        table.MapPlatformMessage<OpenFilesCounted>("OnOpenFilesCounted", Queues.Projections, ProjectStation.Counted);
        table.MapPlatformMessage<MessageParked>("OnMessageParked", Queues.Projections, ProjectStation.Parked);
        table.MapPlatformMessage<MessageResent>("OnMessageResent", Queues.Projections, ProjectStation.Resent);
        table.MapPlatformMessage<FaultReported>("OnFaultReported", Queues.Projections, OpenTicket.Reported);
        table.MapPlatformMessage<FaultReplied>("OnFaultReplied", Queues.Projections, OpenTicket.Replied);
        table.MapPlatformMessage<IncidentMoved>("OnIncidentMoved", Queues.Projections, Incident.Moved);
        table.MapTimer("WatchFleet", "30 */5 * * * *", WatchFleet.Handle);
        table.MapTimer("WriteDeskDigest", "0 0 23 * * *", ListAlerts.WriteDigest);
    }
}
