using System.Diagnostics;
using System.Text.Json;
using ClaimsCloud.Storage.Azure.Tests.Infra;
using ClaimsCloud.Storage.Azure.Tests.Servers;

[assembly: AssemblyFixture(typeof(BicepTree))]

namespace ClaimsCloud.Storage.Azure.Tests.Infra;

/// <summary>The files of <c>infra/</c> as <c>tests/bicep-tree</c> reads them: once for all tests.</summary>
public sealed class BicepTree : IAsyncLifetime {
    private JsonElement? files;

    public static string Folder { get; } = Path.Combine(Repository.Folder, "infra");

    public async ValueTask InitializeAsync() {
        var program = Path.Combine(Repository.Folder, "tests", "bicep-tree");
        if (!Directory.Exists(Path.Combine(program, "node_modules"))) return;
        using var reading = Process.Start(new ProcessStartInfo("node", [Path.Combine(program, "tree.js"), Folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        files = (await JsonDocument.ParseAsync(reading.StandardOutput.BaseStream)).RootElement;
        await reading.WaitForExitAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>File by file, or the end of the test.</summary>
    internal IReadOnlyDictionary<string, JsonElement> Files() {
        if (files is null) Promise.Missing("bicep-tree", "The Bicep grammar is not installed: npm ci --prefix tests/bicep-tree");
        return files!.Value.EnumerateObject().ToDictionary(f => f.Name, f => f.Value);
    }

    /// <summary>Every resource with its file, its symbol and what it says.</summary>
    internal IEnumerable<(string File, string Symbol, string Type, JsonElement Body)> Resources() =>
        from file in Files()
        from resource in file.Value.GetProperty("resources").EnumerateObject()
        select (file.Key, resource.Name, resource.Value.GetProperty("type").GetString()!, resource.Value.GetProperty("body"));

    /// <summary>The value at a path of names, as JSON; null when it is not there.</summary>
    internal static string? At(JsonElement body, string path) {
        foreach (var name in path.Split('.')) {
            if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty(name, out var next)) return null;
            body = next;
        }
        return JsonSerializer.Serialize(body);
    }
}
