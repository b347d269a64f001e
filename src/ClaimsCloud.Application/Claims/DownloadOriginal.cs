using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;

namespace ClaimsCloud.Application.Claims;

/// <summary>The bytes as they came, whatever the check says of them.</summary>
internal static class DownloadOriginal {
    public static async Task<IResult> Handle(string fileId, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is not { } file) return new Refused(Refusals.NotFound);
        await tenant.Record(new(AuditAct.OriginalDownloaded, caller, fileId), stop);
        return new RangedContent(tenant.Blobs, ClaimFile.OriginalBlob(fileId), file.Value.Sha256, file.Value.Name);
    }
}
