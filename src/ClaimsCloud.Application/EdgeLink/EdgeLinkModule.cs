using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.EdgeLink;

internal static class EdgeLinkModule {
    public static void MapEdgeLink(this EndpointTable table) {
        table.MapGet(PortalRoutes.Connectors, Access.Biller, ListConnectors.Handle);
        table.MapPost(PortalRoutes.EnrolmentCodes, Access.Biller, MakeEnrolmentCode.Handle);
        table.MapPost(EdgeRoutes.Enrol, Access.Credential, EnrolDevice.Handle);
        table.MapPost(EdgeRoutes.Token, Access.Credential, IssueEdgeToken.Handle);
        table.MapPost(EdgeRoutes.Work, Access.Device, AskForWork.Handle);
        table.MapGet(EdgeRoutes.JobContent, Access.Device, FetchJobContent.Handle);
        table.MapPost(EdgeRoutes.JobEvents, Access.Device, ReportJobEvent.Handle);
        table.MapPost(EdgeRoutes.Files, Access.Device, BodyLimit.EdgeFile, ReceiveEdgeFile.Handle);
        table.MapMessage<DeviceEnrolled>("OnDeviceEnrolled", Queues.Site, ShowConnector.Handle);
        table.MapTimer("ForgetExpiredCredentials", "0 10 * * * *", ForgetExpiredCredentials.Handle);
    }
}
