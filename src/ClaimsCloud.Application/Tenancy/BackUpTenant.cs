using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>
/// Writes a tenant into one ZIP file that any backend can take: its rows, its blobs, what the platform plane knows of it, and a manifest with counts and hashes.
/// The tenant should be at rest. The file holds patient data and password hashes. Not an endpoint: whoever runs the host calls it.
/// </summary>
public static class BackUpTenant {
    public static async Task<Outcome<ArchiveProof>> Handle(TenantId tenant, IStores stores, Stream into, CancellationToken stop) {
        var (scope, platform) = (stores.Open(ScopeName.Of(tenant)), stores.Open(ScopeName.Platform));
        var about = await PlatformRows.Of(tenant, platform.Rows, stop);
        return about.Any(PlatformRows.IsEntry) ? await Write(tenant, about, scope, into, stop) : Refusals.NotFound;
    }

    /// <param name="about">What the platform plane knows of the tenant, its entry too.</param>
    internal static async Task<ArchiveProof> Write(TenantId tenant, IReadOnlyList<DocumentRow> about, ScopeStores scope, Stream into, CancellationToken stop) {
        using var archive = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true);
        var layout = await scope.Rows.Layout(stop);
        // Rows first: a blob that comes later is rubbish at worst, a row without its blob would be a loss.
        var rows = await Write(archive, TenantManifest.RowsName, scope.Rows.Read(stop), stop);
        var platformRows = await Write(archive, TenantManifest.PlatformRowsName, about.ToAsyncEnumerable(), stop);
        var blobs = new List<BlobManifest>();
        foreach (var name in await scope.Blobs.List("", stop)) blobs.Add(await Write(archive, name, scope.Blobs, stop));
        var manifest = new TenantManifest(TenantManifest.CurrentFormat, tenant.Value, rows, platformRows, blobs, layout == ScopeLayout.First ? null : layout);
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, Json.Options);
        await using var last = archive.CreateEntry(TenantManifest.Name).Open();
        await last.WriteAsync(json, stop);
        return ArchiveProof.Of(Convert.ToHexStringLower(SHA256.HashData(json)), manifest);
    }

    private static async Task<PartManifest> Write(ZipArchive archive, string name, IAsyncEnumerable<ScopeRow> rows, CancellationToken stop) {
        var count = new RowsCount();
        await using var lines = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false)) { NewLine = "\n" };
        await foreach (var row in rows.WithCancellation(stop)) await lines.WriteLineAsync(count.Add(row).AsMemory(), stop);
        return count.Manifest();
    }

    private static async Task<BlobManifest> Write(ZipArchive archive, string name, IBlobs blobs, CancellationToken stop) {
        await using var blob = await blobs.Open(name, 0, null, stop) ?? throw new FileNotFoundException($"Blob {name} went away: the tenant is not at rest.");
        await using var into = archive.CreateEntry(TenantManifest.BlobFolder + name, CompressionLevel.Fastest).Open();
        using var hash = SHA256.Create();
        await using (var hashing = new CryptoStream(into, hash, CryptoStreamMode.Write)) await blob.Content.CopyToAsync(hashing, stop);
        return new(name, blob.Size, Convert.ToHexStringLower(hash.Hash!));
    }
}
