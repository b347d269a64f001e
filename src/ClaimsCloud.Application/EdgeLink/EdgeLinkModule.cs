using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.EdgeLink;

internal static class EdgeLinkModule {
    public static void MapEdgeLink(this EndpointTable table) {
        table.MapGet(PortalRoutes.Connectors, Access.Biller, ListConnectors.Handle);
        table.MapPost(PortalRoutes.EnrolmentCodes, Access.Biller, MakeEnrolmentCode.Handle);
        table.MapPost(PortalRoutes.RevokeConnector, Access.Biller, RevokeConnector.Handle);
        table.MapPost(EdgeRoutes.Enrol, Access.Credential, EnrolDevice.Handle);
        table.MapPost(EdgeRoutes.Token, Access.Credential, IssueEdgeToken.Handle);
        table.MapPost(EdgeRoutes.Work, Access.Device, AskForWork.Handle);
        table.MapGet(EdgeRoutes.JobContent, Access.Device, FetchJobContent.Handle);
        table.MapPost(EdgeRoutes.JobEvents, Access.Device, ReportJobEvent.Handle);
        table.MapPost(EdgeRoutes.Files, Access.Device, BodyLimit.EdgeFile, ReceiveEdgeFile.Handle);
        table.MapGet(EdgeRoutes.FileProgress, Access.Device, ReceiveFilePart.Progress);
        table.MapPost(EdgeRoutes.FileParts, Access.Device, BodyLimit.EdgeFilePart, ReceiveFilePart.Handle);
        table.MapPost(EdgeRoutes.FileEnd, Access.Device, EndFile.Handle);
        table.MapPost(EdgeRoutes.Keys, Access.Device, ReplaceDeviceKey.Handle);
        table.MapGet(EdgeRoutes.ReleaseProgram, Access.Device, FetchProgram.Handle);
        table.MapGet(PortalRoutes.DeskReleases, Access.Desk, ListReleases.Handle);
        // Letting out is for engineers; stopping is for whoever is at the desk at 23:00.
        table.MapPost(PortalRoutes.DeskReleases, Access.Engineer, BodyLimit.Release, PublishRelease.Handle);
        table.MapPost(PortalRoutes.DeskReleaseStop, Access.Desk, StopRelease.Handle);
        table.MapPlatformMessage<ProgramChanged>("OnProgramChanged", Queues.Projections, CountRelease.Handle);
        table.MapMessage<DeviceEnrolled>("OnDeviceEnrolled", Queues.Site, ShowConnector.Handle);
        table.MapTimer("ForgetExpiredCredentials", "0 10 * * * *", ForgetExpiredCredentials.Handle);
    }
}
