using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Returns;

internal static class ReturnsModule {
    public static void MapReturns(this EndpointTable table) {
        table.MapGet(PortalRoutes.ReturnFiles, Access.Biller, ListReturnFiles.Handle);
        table.MapGet(PortalRoutes.ReturnFile, Access.Biller, ReadReturnFile.Handle);
        table.MapGet(PortalRoutes.ReturnFileOriginal, Access.Biller, DownloadReturnFile.Handle);
        table.MapPost(PortalRoutes.ReturnFileKind, Access.Biller, NameReturnFile.Handle);
        table.MapGet(PortalRoutes.ReturnItems, Access.Biller, ListReturnItems.Handle);
        table.MapGet(PortalRoutes.ReturnItem, Access.Biller, ReadReturnItem.Handle);
        table.MapPost(PortalRoutes.ReturnItemLink, Access.Biller, LinkReturnItem.Handle);
        table.MapPost(PortalRoutes.ReturnItemMoves, Access.Biller, MoveReturnItem.Handle);
        table.MapPost(PortalRoutes.ReturnItemReplacements, Access.Biller, ReplaceReturnItem.Handle);
        table.MapPost(PortalRoutes.Resubmission, Access.Biller, BuildResubmission.Handle);
        table.MapGet(PortalRoutes.YenAtRisk, Access.Biller, ReadYenAtRisk.Handle);
        table.MapMessage<EdgeFileReceived>("OnEdgeFileReceived", Queues.Site, ImportEdgeFile.Handle);
        table.MapMessage<AnswersMayFit>("OnAnswersMayFit", Queues.Site, ImportPending.Handle);
        table.MapMessage<ClaimFileMoved>("OnClaimFileMoved", Queues.Site, FollowClaimFile.Handle);
    }
}
