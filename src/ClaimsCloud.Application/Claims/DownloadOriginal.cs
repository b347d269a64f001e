using ClaimsCloud.Application.Shared;
using Microsoft.AspNetCore.Http;

namespace ClaimsCloud.Application.Claims;

/// <summary>The bytes as they came, whatever the check says of them.</summary>
internal static class DownloadOriginal {
    public static async Task<IResult> Handle(string fileId, TenantScope tenant, CancellationToken stop) =>
        await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is { } file
            ? new RangedContent(tenant.Blobs, ClaimFile.OriginalBlob(fileId), file.Value.Sha256, file.Value.Name)
            : new Refused(Refusals.NotFound);
}
