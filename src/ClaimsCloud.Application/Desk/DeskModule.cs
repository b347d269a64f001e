using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Desk;

internal static class DeskModule {
    public static void MapDesk(this EndpointTable table) {
        table.MapGet(PortalRoutes.DeskStations, Access.Desk, ListStations.Handle);
        table.MapGet(PortalRoutes.DeskParkedMessages, Access.Desk, ListParkedMessages.Handle);
        table.MapPost(PortalRoutes.DeskResend, Access.Desk, ResendParkedMessage.Handle);
        table.MapMessage<ResendWanted>("OnResendWanted", Queues.Projections, ResendParkedMessage.InTenant);
        table.MapPlatformMessage<StationOpened>("OnStationOpened", Queues.Projections, ProjectStation.Opened);
        table.MapPlatformMessage<ConnectorSeen>("OnConnectorSeen", Queues.Projections, ProjectStation.Seen);
        table.MapPlatformMessage<OpenFilesCounted>("OnOpenFilesCounted", Queues.Projections, ProjectStation.Counted);
        table.MapPlatformMessage<MessageParked>("OnMessageParked", Queues.Projections, ProjectStation.Parked);
        table.MapPlatformMessage<MessageResent>("OnMessageResent", Queues.Projections, ProjectStation.Resent);
    }
}
