using System.Security.Cryptography;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>What a verified archive holds, to be asked whether this or that is in it just as it is.</summary>
internal sealed class ArchiveContents {
    private readonly HashSet<string> rows;
    private readonly Dictionary<string, string> blobs;

    public ArchiveContents(ArchiveReader archive, TenantManifest manifest) {
        rows = [.. ((string[])[TenantManifest.RowsName, TenantManifest.PlatformRowsName]).SelectMany(archive.Rows).Select(RowsCount.HashOf)];
        blobs = manifest.Blobs.ToDictionary(b => b.Name, b => b.Sha256, StringComparer.Ordinal);
    }

    public bool Has(ScopeRow row) => rows.Contains(RowsCount.HashOf(row));

    public async Task<bool> HasBlob(string name, IBlobs store, CancellationToken stop) {
        if (!blobs.TryGetValue(name, out var sha256)) return false;
        await using var blob = await store.Open(name, 0, null, stop);
        return blob is null || Convert.ToHexStringLower(await SHA256.HashDataAsync(blob.Content, stop)) == sha256;
    }
}
