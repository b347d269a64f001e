using ClaimsCloud.Application.Shared;
using Microsoft.AspNetCore.Http;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>The bytes of a release that is not stopped, to any connector that is not revoked: a program is no secret.</summary>
internal static class FetchProgram {
    public static async Task<IResult> Handle(string releaseId, TenantScope tenant, PlatformScope platform, Caller device, CancellationToken stop) =>
        await platform.Documents.Get(Release.Kind, releaseId, stop) is { Value: { StoppedAt: null } release }
        && (await tenant.Documents.Get(Connector.Kind, device.Id, stop))?.Value.RevokedAt is null
            ? new RangedContent(platform.Blobs, release.Blob, release.Notice.Sha256, "claims-edge")
            : new Refused(Refusals.NotFound);
}
