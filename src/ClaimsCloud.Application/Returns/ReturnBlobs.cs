using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Returns;

internal static class ReturnBlobs {
    /// <summary>All bytes of a file that came up; lists and return files are small, and larger ones are not read.</summary>
    public static async Task<byte[]> ReadAll(this TenantScope tenant, string name, CancellationToken stop) {
        await using var blob = await tenant.Blobs.Open(name, 0, null, stop) ?? throw new IOException($"Blob {name} is missing.");
        var bytes = new byte[blob.Size];
        await blob.Content.ReadExactlyAsync(bytes, stop);
        return bytes;
    }

    /// <summary>The first bytes, enough to see what a file begins with.</summary>
    public static async Task<byte[]> ReadBeginning(this TenantScope tenant, string name, CancellationToken stop) {
        await using var blob = await tenant.Blobs.Open(name, 0, 16, stop) ?? throw new IOException($"Blob {name} is missing.");
        var bytes = new byte[Math.Min(16, blob.Size)];
        await blob.Content.ReadExactlyAsync(bytes, stop);
        return bytes;
    }
}
