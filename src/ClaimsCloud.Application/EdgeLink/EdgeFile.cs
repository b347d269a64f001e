using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>A file that came up from a terminal, under the key its connector made. It is kept as it came, and its key for as long as the tenant lives.</summary>
/// <param name="Proof">The device's signature over key, name and hash; null when it sent none.</param>
internal sealed record EdgeFile(string Name, string Blob, long Size, string DeviceId, EdgeReceipt Receipt, string? Proof = null) {
    public static readonly DocumentKind<EdgeFile> Kind = new("edge-file");

    /// <summary>Its name says whose it is, so that it can be told when a call broke off before its commit. A key that is no part of a name (our connector makes none) is left out.</summary>
    public static string NewBlob(string folder, string contentKey, TenantScope tenant) {
        var id = tenant.Ids.Next();
        var owned = $"{folder}/{contentKey}/{id}";
        return BlobNames.IsName(owned) ? owned : $"{folder}/{id}";
    }
}

/// <summary>A file arrived and waits to be understood.</summary>
internal sealed record EdgeFileReceived(string ContentKey);

/// <summary>A file of オンライン資格確認 arrived and waits to be understood.</summary>
internal sealed record EligibilityFileReceived(string ContentKey);

/// <summary>A file of which only the beginning is here.</summary>
internal sealed record PartialFile(string Sha256, long Size, IReadOnlyList<FilePart> Parts, DateTimeOffset StartedAt) {
    public static readonly DocumentIndex<PartialFile> ByStart = new("started", f => SortKeys.Of(f.StartedAt));
    public static readonly DocumentKind<PartialFile> Kind = new("partial-file", ByStart);

    public long Received => Parts.Sum(p => p.Size);
}

internal sealed record FilePart(string Blob, long Size);
