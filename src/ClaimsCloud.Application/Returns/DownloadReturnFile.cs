using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;

namespace ClaimsCloud.Application.Returns;

/// <summary>The bytes as they came up, under the name they came with.</summary>
internal static class DownloadReturnFile {
    public static async Task<IResult> Handle(string returnFileId, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (await tenant.Documents.Get(ReturnFile.DocumentKind, returnFileId, stop) is not { Value: var file }) return new Refused(Refusals.NotFound);
        await tenant.Record(new(AuditAct.ReturnDownloaded, caller, returnFileId), stop);
        return new RangedContent(tenant.Blobs, file.Blob, file.Sha256, file.Name);
    }
}
