using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>
/// A large file in parts, so that a line that breaks costs one part and not the file. The offset is the key of a part: what is here already is not taken twice, and
/// the answer always says where to go on.
/// </summary>
internal static class ReceiveFilePart {
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(90);

    public static async Task<Results<Ok<FileProgress>, Refused>> Handle(string contentKey, long? offset, long? size, string? sha256, HttpRequest request, TenantScope tenant, CancellationToken stop) {
        if (!ReceiveEdgeFile.IsKey(contentKey) || !ReceiveEdgeFile.IsHash(sha256) || offset is null or < 0 || size is null or <= 0 or > BodyLimit.EdgeFile) return (Refused)Refusals.BadRequest;
        if (await tenant.Documents.Get(EdgeFile.Kind, contentKey, stop) is { } done) return TypedResults.Ok(new FileProgress(done.Value.Size, done.Value.Receipt with { Duplicate = true }));
        var stored = await tenant.Documents.Get(PartialFile.Kind, contentKey, stop);
        var file = stored?.Value ?? new PartialFile(sha256!, size.Value, [], tenant.Now);
        if (file.Sha256 != sha256 || file.Size != size) return (Refused)Refusals.KeyReused;
        if (offset != file.Received || file.Received == file.Size) return TypedResults.Ok(new FileProgress(file.Received, null));

        var blob = EdgeFile.NewBlob("edge-parts", contentKey, tenant);
        var part = await tenant.Blobs.Put(blob, request.Body, stop) ?? throw new IOException($"Blob {blob} came twice.");
        var grown = file with { Parts = [.. file.Parts, new(blob, part.Size)] };
        var isSound = part.Size > 0 && grown.Received <= file.Size;
        var batch = tenant.Batch();
        batch = stored is null ? batch.Create(PartialFile.Kind, contentKey, grown) : batch.Replace(stored, grown);
        if (isSound && await tenant.Commit(batch, CancellationToken.None) == CommitResult.Committed) {
            if (stored is null) await ForgetOldOnes(tenant, stop);
            return TypedResults.Ok(new FileProgress(grown.Received, null));
        }
        await tenant.Blobs.Delete(blob, CancellationToken.None);
        if (!isSound) return (Refused)Refusals.BadRequest;
        // The same part came twice at once: whoever was slower goes on from what is there.
        var now = await tenant.Documents.Get(PartialFile.Kind, contentKey, stop);
        return TypedResults.Ok(new FileProgress(now?.Value.Received ?? 0, null));
    }

    public static async Task<Results<Ok<FileProgress>, Refused>> Progress(string contentKey, TenantScope tenant, CancellationToken stop) {
        if (!ReceiveEdgeFile.IsKey(contentKey)) return (Refused)Refusals.BadRequest;
        if (await tenant.Documents.Get(EdgeFile.Kind, contentKey, stop) is { } done) return TypedResults.Ok(new FileProgress(done.Value.Size, done.Value.Receipt with { Duplicate = true }));
        return TypedResults.Ok(new FileProgress((await tenant.Documents.Get(PartialFile.Kind, contentKey, stop))?.Value.Received ?? 0, null));
    }

    /// <summary>Parts of files that went away at their site before they were complete.</summary>
    private static async Task ForgetOldOnes(TenantScope tenant, CancellationToken stop) {
        var range = new IndexRange(null, SortKeys.Of(tenant.Now - Forgotten));
        var page = await tenant.Documents.Query(new IndexQuery<PartialFile>(PartialFile.Kind, PartialFile.ByStart, range, QueryOrder.Ascending, DocumentLimits.BatchOperations), stop);
        foreach (var old in page.Items) await EndFile.Forget(old, tenant);
    }
}
