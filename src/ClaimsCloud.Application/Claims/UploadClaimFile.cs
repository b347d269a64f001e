using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>Takes any bytes: what is wrong with them is the check's to say, and the original stays available whatever it says.</summary>
internal static class UploadClaimFile {
    private const int NameLength = 255;

    public static async Task<Results<Created<ClaimFileRow>, Refused>> Handle(HttpRequest request, string? name, TenantScope tenant, Caller caller, CancellationToken stop) {
        // Some browsers send the whole path of the file.
        var shortName = name?.Split('/', '\\')[^1].Trim() ?? "";
        if (shortName.Length is 0 or > NameLength) return (Refused)Refusals.NameMissing;

        var row = await Store(request.Body, shortName, null, tenant, caller, stop);
        return TypedResults.Created($"/{PortalRoutes.ClaimFiles}/{row.FileId}", row);
    }

    /// <summary>Keeps the bytes as a new claim file, to be checked.</summary>
    /// <param name="madeOf">Id of the file that it stands for, or null.</param>
    public static async Task<ClaimFileRow> Store(Stream bytes, string name, string? madeOf, TenantScope tenant, Caller caller, CancellationToken stop) {
        var fileId = tenant.Ids.Next();
        var stored = await tenant.Blobs.Put(ClaimFile.OriginalBlob(fileId), bytes, stop) ?? throw new IOException($"Id {fileId} came twice.");
        var file = new ClaimFile(name, tenant.Now, stored.Size, stored.Sha256, ClaimFileState.Received, 0, null, null,
            [Evidence.Received(stored.Sha256, tenant.Now, caller, stored.Size)]) { MadeOf = madeOf };
        var batch = tenant.Batch().Create(ClaimFile.Kind, fileId, file).Send(new ClaimFileUploaded(fileId)).Send(new OpenFilesChanged(fileId));
        // The bytes are here: a caller who hangs up now must not leave them without their document.
        try {
            if (await tenant.Commit(batch, CancellationToken.None) != CommitResult.Committed) throw new IOException($"Id {fileId} came twice.");
        } catch (StoreOutageException outage) when (outage.Trouble == StoreTrouble.Full) {
            // Nothing was written, for certain: who tries again on a full disk must not fill it further.
            await tenant.Blobs.Delete(ClaimFile.OriginalBlob(fileId), CancellationToken.None);
            throw;
        }
        return ClaimFileViews.Row(fileId, file);
    }
}
