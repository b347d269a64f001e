using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Submissions;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Returns;

internal static class ReturnsModule {
    public static void MapReturns(this EndpointTable table) {
        table.MapGet(PortalRoutes.ReturnFiles, Access.Biller, ListReturnFiles.Handle);
        table.MapMessage<EdgeFileReceived>("OnEdgeFileReceived", Queues.Site, ImportEdgeFile.Handle);
        table.MapMessage<AnswersMayFit>("OnAnswersMayFit", Queues.Site, ImportPending.Handle);
    }
}
