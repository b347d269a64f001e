using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Submissions;

internal static class SubmissionsModule {
    public static void MapSubmissions(this EndpointTable table) {
        table.MapPost(PortalRoutes.Seal, Access.Biller, SealClaimFile.Handle);
        table.MapMessage<JobReported>("OnJobReported", Queues.Site, FollowJob.Handle);
    }
}
