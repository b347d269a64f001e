using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>
/// Puts an archived tenant into stores of any kind. The whole archive is verified before anything is written, and the written tenant is read back and
/// counted before the directory knows it. After a crash it may be repeated. Not an endpoint: whoever runs the host calls it.
/// </summary>
public static class RestoreTenant {
    private const int RowsAtATime = 100;

    /// <param name="seal">The one that <see cref="BackUpTenant"/> gave, kept apart from the file: who changed the file could not change this.</param>
    /// <exception cref="StoreLayoutException">A newer program wrote the archive.</exception>
    public static async Task<Outcome<ArchiveProof>> Handle(Stream file, string seal, IStores stores, CancellationToken stop) {
        using var archive = ArchiveReader.Open(file);
        if (archive is null || await archive.Verified(seal, stop) is not { } manifest) return Refusals.ArchiveDamaged;
        var (scope, platform) = (stores.Open(ScopeName.Of(new(manifest.Tenant))), stores.Open(ScopeName.Platform));
        var about = archive.Rows(TenantManifest.PlatformRowsName).Select(StoreSteps.Forward).Cast<DocumentRow>().ToList();
        if (await AnyIsTaken(about, platform.Rows, stop)) return Refusals.TenantExists;

        // What a run of an older program left there has to be of the same layout as what comes now.
        await MoveLayout.Handle(scope.Rows, StoreSteps.Newest.Highest, stop);
        var count = new RowsCount();
        foreach (var rows in archive.Rows(TenantManifest.RowsName).Select(StoreSteps.Forward).Chunk(RowsAtATime)) {
            foreach (var row in rows) count.Add(row);
            await scope.Rows.Write(rows, stop);
        }
        foreach (var blob in manifest.Blobs) await Put(archive, blob, scope.Blobs, stop);
        if (await RowsCount.Of(scope.Rows, stop) != count.Manifest() || !(await scope.Blobs.List("", stop)).SequenceEqual(manifest.Blobs.Select(blob => blob.Name)))
            return Refusals.RestoreDiffers;
        await platform.Rows.Write([.. about.Where(row => !PlatformRows.IsEntry(row))], stop);
        await platform.Rows.Write([.. about.Where(PlatformRows.IsEntry)], stop);
        return ArchiveProof.Of(seal, manifest);
    }

    /// <summary>Of the tenant itself, or of another one that has the same login name.</summary>
    private static async Task<bool> AnyIsTaken(List<DocumentRow> about, IScopeRows platform, CancellationToken stop) {
        var wanted = about.ToDictionary(row => (row.Kind, row.Id), row => row.Json);
        await foreach (var row in platform.Read(stop))
            if (row is DocumentRow there && wanted.TryGetValue((there.Kind, there.Id), out var ours) && (PlatformRows.IsEntry(there) || there.Json != ours)) return true;
        return false;
    }

    private static async Task Put(ArchiveReader archive, BlobManifest blob, IBlobs blobs, CancellationToken stop) {
        await using (var content = archive.Open(TenantManifest.BlobFolder + blob.Name))
            if (await blobs.Put(blob.Name, content, stop) is { } receipt) {
                if (receipt != new BlobReceipt(blob.Sha256, blob.Size)) throw new IOException($"Blob {blob.Name} was stored as something else.");
                return;
            }
        // There from an earlier run: it must be the same.
        await using var there = await blobs.Open(blob.Name, 0, null, stop) ?? throw new FileNotFoundException($"Blob {blob.Name} went away.");
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(there.Content, stop)) != blob.Sha256) throw new IOException($"Blob {blob.Name} has other contents.");
    }
}
