using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>Nobody is offered it any more; where it is in, it stays.</summary>
internal static class StopRelease {
    public static async Task<Results<NoContent, Refused>> Handle(string releaseId, PlatformScope platform, Caller caller, CancellationToken stop) {
        while (true) {
            if (await platform.Documents.Get(Release.Kind, releaseId, stop) is not { } release) return (Refused)Refusals.NotFound;
            if (release.Value.StoppedAt is not null
                || await platform.Commit(platform.Batch().Replace(release, release.Value with { StoppedAt = platform.Now }), new Act(AuditAct.ReleaseStopped, caller, releaseId), stop) == CommitResult.Committed) return TypedResults.NoContent();
        }
    }
}
