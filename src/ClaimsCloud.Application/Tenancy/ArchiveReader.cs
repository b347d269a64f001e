using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>An archive of a tenant that comes from outside: nothing in it is believed before all of it was verified.</summary>
internal sealed class ArchiveReader : IDisposable {
    private const long ManifestBytes = 64 * 1024 * 1024;
    private readonly ZipArchive archive;

    private ArchiveReader(ZipArchive archive) => this.archive = archive;

    /// <summary>Null when the file is no archive, or only the beginning of one.</summary>
    public static ArchiveReader? Open(Stream file) {
        try {
            return new(new(file, ZipArchiveMode.Read, leaveOpen: true));
        } catch (InvalidDataException) {
            return null;
        }
    }

    /// <summary>Null when the manifest has another seal, or anything in the archive is not what the manifest says.</summary>
    /// <exception cref="StoreLayoutException">A newer program wrote it.</exception>
    public async Task<TenantManifest?> Verified(string seal, CancellationToken stop) {
        try {
            if (await Manifest(seal, stop) is not { Format: TenantManifest.CurrentFormat } manifest) return null;
            // Before the rows are counted: those of a newer program would count as damaged.
            StoreSteps.Known($"The archive of tenant {manifest.Tenant}", manifest.Layout ?? ScopeLayout.First);
            var names = manifest.Blobs.Select(blob => TenantManifest.BlobFolder + blob.Name)
                .Concat([TenantManifest.RowsName, TenantManifest.PlatformRowsName, TenantManifest.Name]).Order(StringComparer.Ordinal);
            if (!archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal).SequenceEqual(names)) return null;
            if (Count(TenantManifest.RowsName) != manifest.Rows || Count(TenantManifest.PlatformRowsName) != manifest.PlatformRows) return null;
            foreach (var blob in manifest.Blobs) {
                await using var content = Open(TenantManifest.BlobFolder + blob.Name);
                if (!BlobNames.IsName(blob.Name) || Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop)) != blob.Sha256) return null;
            }
            return manifest;
        } catch (Exception e) when (e is InvalidDataException or JsonException or NotSupportedException) {
            return null;
        }
    }

    public IEnumerable<ScopeRow> Rows(string name) {
        using var lines = new StreamReader(Open(name));
        while (lines.ReadLine() is { } line) yield return JsonSerializer.Deserialize<ScopeRow>(line, Json.Options) ?? throw new JsonException("A row is null.");
    }

    public Stream Open(string name) => (archive.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing.")).Open();

    public void Dispose() => archive.Dispose();

    private async Task<TenantManifest?> Manifest(string seal, CancellationToken stop) {
        if (archive.GetEntry(TenantManifest.Name) is not { Length: <= ManifestBytes } entry) return null;
        using var bytes = new MemoryStream();
        await using (var content = entry.Open()) await content.CopyToAsync(bytes, stop);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())) == seal ? JsonSerializer.Deserialize<TenantManifest>(bytes.ToArray(), Json.Options) : null;
    }

    private PartManifest Count(string name) {
        var count = new RowsCount();
        foreach (var row in Rows(name)) count.Add(row);
        return count.Manifest();
    }
}
