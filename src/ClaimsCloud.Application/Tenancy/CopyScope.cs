using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>
/// Copies all of one scope into empty stores, reads the copy back, and counts both. For stores that are written anew as a whole, as when they are encrypted. Not an endpoint: whoever runs the host
/// calls it, while the scope is at rest.
/// </summary>
public static class CopyScope {
    private const int RowsAtATime = 100;

    /// <exception cref="IOException">The copy is not the same.</exception>
    /// <exception cref="StoreLayoutException">Some of it is of a newer program.</exception>
    public static async Task<ScopeProof> Handle(ScopeName scope, ScopeStores from, ScopeStores to, CancellationToken stop) {
        StoreSteps.Known($"The store of {scope}", await from.Rows.Layout(stop));
        var count = new RowsCount();
        await foreach (var rows in from.Rows.Read(stop).Select(StoreSteps.Forward).Chunk(RowsAtATime).WithCancellation(stop)) {
            foreach (var row in rows) count.Add(row);
            await to.Rows.Write(rows, stop);
        }
        foreach (var name in await from.Blobs.List("", stop)) {
            await using var blob = await from.Blobs.Open(name, 0, null, stop) ?? throw new FileNotFoundException($"Blob {name} went away: the scope is not at rest.");
            if (await to.Blobs.Put(name, blob.Content, stop) is null) throw new IOException($"Blob {name} was there before.");
        }
        var (was, now) = (await Proof(scope, count.Manifest(), from.Blobs, stop), await Proof(scope, await RowsCount.Of(to.Rows, stop), to.Blobs, stop));
        return was == now ? now : throw new IOException($"The copy of {scope} is not the same: {was} became {now}.");
    }

    private static async Task<ScopeProof> Proof(ScopeName scope, PartManifest rows, IBlobs blobs, CancellationToken stop) {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (count, bytes) = (0, 0L);
        foreach (var name in await blobs.List("", stop)) {
            await using var blob = await blobs.Open(name, 0, null, stop) ?? throw new FileNotFoundException($"Blob {name} went away: the scope is not at rest.");
            all.AppendData(Encoding.UTF8.GetBytes($"{name} {Convert.ToHexStringLower(await SHA256.HashDataAsync(blob.Content, stop))}\n"));
            (count, bytes) = (count + 1, bytes + blob.Size);
        }
        return new(scope.Text, rows.Documents, rows.Messages, rows.Consumed, rows.Sha256, count, bytes, Convert.ToHexStringLower(all.GetHashAndReset()));
    }
}

/// <summary>What a scope holds, counted and hashed: equal proofs are equal scopes, however their stores keep them.</summary>
public sealed record ScopeProof(string Scope, int Documents, int Messages, int Consumed, string RowsSha256, int Blobs, long BlobBytes, string BlobsSha256);
