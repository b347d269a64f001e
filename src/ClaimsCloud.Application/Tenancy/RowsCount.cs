using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>Counts rows and hashes them, independent of their order.</summary>
internal sealed class RowsCount {
    private readonly List<string> hashes = [];
    private int documents, messages, consumed;

    /// <summary>The row as a line of an archive.</summary>
    public string Add(ScopeRow row) {
        var line = JsonSerializer.Serialize(row, Json.Options);
        hashes.Add(HashOf(line));
        if (row is DocumentRow) documents++;
        else if (row is MessageRow) messages++;
        else consumed++;
        return line;
    }

    public static string HashOf(ScopeRow row) => HashOf(JsonSerializer.Serialize(row, Json.Options));

    private static string HashOf(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    public static async Task<PartManifest> Of(IScopeRows rows, CancellationToken stop) {
        var count = new RowsCount();
        await foreach (var row in rows.Read(stop)) count.Add(row);
        return count.Manifest();
    }

    public PartManifest Manifest() {
        hashes.Sort(StringComparer.Ordinal);
        return new(documents, messages, consumed, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', hashes)))));
    }
}
