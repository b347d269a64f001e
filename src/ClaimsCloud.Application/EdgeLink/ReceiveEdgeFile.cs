using System.Security.Cryptography;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Eligibility.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>A file from the terminal, once per content key. It is stored before anybody asks what it is.</summary>
internal static class ReceiveEdgeFile {
    private const int KeyLength = 128;
    private const int NameLength = 255;

    public static async Task<Results<Ok<EdgeReceipt>, Refused>> Handle(string contentKey, string? name, string? sha256, string? proof, HttpRequest request, TenantScope tenant, PlatformScope platform,
        Caller device, CancellationToken stop) {
        if (await WhyNot(contentKey, name, sha256, proof, platform, device, stop) is { } refusal) return (Refused)refusal;
        if (await tenant.Documents.Get(EdgeFile.Kind, contentKey, stop) is { } known) {
            var again = Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Body, stop));
            return again == sha256 ? Repeated(known.Value, name!, sha256) : (Refused)Refusals.HashDiffers;
        }
        return await Keep(contentKey, name!, sha256!, proof, request.Body, tenant, device, stop);
    }

    internal static bool IsKey(string contentKey) => contentKey.Length <= KeyLength && DocumentLimits.IsId(contentKey) && !contentKey.Contains(':');

    internal static bool IsHash(string? sha256) => sha256 is { Length: 64 } && sha256.All(char.IsAsciiHexDigitLower);

    internal static async Task<Refusal?> WhyNot(string contentKey, string? name, string? sha256, string? proof, PlatformScope platform, Caller device, CancellationToken stop) {
        if (!IsKey(contentKey) || !IsHash(sha256) || name is not { Length: > 0 and <= NameLength } || name.AsSpan().IndexOfAny('/', '\\', '\n') >= 0) return Refusals.BadRequest;
        if (proof is null) return null;
        var known = await platform.Documents.Get(Device.Kind, device.Id, stop);
        return known?.Value.Signed(EdgeProof.OfFile(contentKey, name, sha256!), proof) == true ? null : Refusals.ProofRefused;
    }

    internal static async Task<Results<Ok<EdgeReceipt>, Refused>> Keep(string contentKey, string name, string sha256, string? proof, Stream content, TenantScope tenant, Caller device, CancellationToken stop) {
        var blob = EdgeFile.NewBlob("edge-files", contentKey, tenant);
        var stored = await tenant.Blobs.Put(blob, content, stop) ?? throw new IOException($"Blob {blob} came twice.");
        if (stored.Sha256 != sha256) {
            await tenant.Blobs.Delete(blob, CancellationToken.None);
            return (Refused)Refusals.HashDiffers;
        }
        var file = new EdgeFile(name, blob, stored.Size, device.Id, new(tenant.Ids.Next(), stored.Sha256, tenant.Now, false), proof);
        var batch = tenant.Batch().Create(EdgeFile.Kind, contentKey, file);
        if (OqsFileName.Parse(name) is null) batch.Send(new EdgeFileReceived(contentKey)).SendToPlatform(new ResultsCameUp(tenant.Now));
        else batch.Send(new EligibilityFileReceived(contentKey));
        if (await tenant.Commit(batch, CancellationToken.None) == CommitResult.Committed) return TypedResults.Ok(file.Receipt);

        // The same key came in twice at once, and the other one was faster.
        await tenant.Blobs.Delete(blob, CancellationToken.None);
        var winner = await tenant.Documents.Get(EdgeFile.Kind, contentKey, stop) ?? throw new IOException($"Edge file {contentKey} is missing.");
        return Repeated(winner.Value, name, sha256);
    }

    internal static Results<Ok<EdgeReceipt>, Refused> Repeated(EdgeFile known, string name, string sha256) =>
        known.Name == name && known.Receipt.Sha256 == sha256 ? TypedResults.Ok(known.Receipt with { Duplicate = true }) : (Refused)Refusals.KeyReused;
}
