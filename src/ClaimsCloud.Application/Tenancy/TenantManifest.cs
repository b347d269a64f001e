using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>What an archive of a tenant holds, in its last file. The SHA-256 of that file seals the archive.</summary>
/// <param name="Rows">What of the tenant's own scope.</param>
/// <param name="PlatformRows">What the platform plane knows of the tenant: its entry in the directory, accounts, devices, projection.</param>
/// <param name="Layout">Of the tenant's own rows; null for the first, as in archives of programs that knew no other.</param>
internal sealed record TenantManifest(int Format, string Tenant, PartManifest Rows, PartManifest PlatformRows, IReadOnlyList<BlobManifest> Blobs, ScopeLayout? Layout = null) {
    public const int CurrentFormat = 1;
    public const string Name = "manifest.json";
    public const string RowsName = "rows.jsonl";
    public const string PlatformRowsName = "platform.jsonl";
    public const string BlobFolder = "blobs/";
}

/// <param name="Sha256">Of the sorted hashes of the rows: the same for the same rows, whatever order a store gives them in.</param>
internal sealed record PartManifest(int Documents, int Messages, int Consumed, string Sha256);

internal sealed record BlobManifest(string Name, long Size, string Sha256);

/// <summary>The proof of a backup or restore: what was counted, and the seal. Equal proofs are equal tenants.</summary>
public sealed record ArchiveProof(string Seal, int Documents, int Messages, int Consumed, int Blobs, long BlobBytes) {
    internal static ArchiveProof Of(string seal, TenantManifest manifest) => new(seal, manifest.Rows.Documents, manifest.Rows.Messages, manifest.Rows.Consumed,
        manifest.Blobs.Count, manifest.Blobs.Sum(blob => blob.Size));
}
