using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>Makes one file of the parts that came. What does not have the announced hash is forgotten whole, and the connector begins anew.</summary>
internal static class EndFile {
    public static async Task<Results<Ok<EdgeReceipt>, Refused>> Handle(string contentKey, string? name, string? sha256, string? proof, TenantScope tenant, PlatformScope platform, Caller device, CancellationToken stop) {
        if (await ReceiveEdgeFile.WhyNot(contentKey, name, sha256, proof, platform, device, stop) is { } refusal) return (Refused)refusal;
        if (await tenant.Documents.Get(EdgeFile.Kind, contentKey, stop) is { } known) return ReceiveEdgeFile.Repeated(known.Value, name!, sha256!);
        if (await tenant.Documents.Get(PartialFile.Kind, contentKey, stop) is not { } parts || parts.Value.Received != parts.Value.Size) return (Refused)Refusals.PartsMissing;
        if (parts.Value.Sha256 != sha256) return (Refused)Refusals.KeyReused;
        await using var whole = new PartsStream(tenant.Blobs, parts.Value.Parts);
        var kept = await ReceiveEdgeFile.Keep(contentKey, name!, sha256!, proof, whole, tenant, device, stop);
        await Forget(parts, tenant);
        return kept;
    }

    internal static async Task Forget(Stored<PartialFile> file, TenantScope tenant) {
        // Blobs that no document names any more are rubbish, a document without its blobs would be a bug.
        if (await tenant.Commit(tenant.Batch().Delete(file), CancellationToken.None) != CommitResult.Committed) return;
        foreach (var part in file.Value.Parts) await tenant.Blobs.Delete(part.Blob, CancellationToken.None);
    }
}
