using ClaimsCloud.Application.Shared;
using Microsoft.AspNetCore.Http;

namespace ClaimsCloud.Application.Returns;

/// <summary>The bytes as they came up, under the name they came with.</summary>
internal static class DownloadReturnFile {
    public static async Task<IResult> Handle(string returnFileId, TenantScope tenant, CancellationToken stop) =>
        await tenant.Documents.Get(ReturnFile.DocumentKind, returnFileId, stop) is { Value: var file }
            ? new RangedContent(tenant.Blobs, file.Blob, file.Sha256, file.Name)
            : new Refused(Refusals.NotFound);
}
