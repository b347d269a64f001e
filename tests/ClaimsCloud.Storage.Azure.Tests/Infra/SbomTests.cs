using System.Diagnostics;
using System.Text.Json;
using ClaimsCloud.Storage.Azure.Tests.Servers;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Storage.Azure.Tests.Infra;

/// <summary>The bills of materials name exactly the packages that the lock files hold.</summary>
public sealed class SbomTests {
    private static readonly string[] Shipped = ["src/ClaimsCloud.Functions", "src/ClaimsCloud.Gateway", "src/ClaimsCloud.Portal", "src/ClaimsCloud.Cli", "edge/ClaimsCloud.Edge"];
    // Look at the code while it is built; nothing of them is shipped.
    private static readonly string[] Analyzers = ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers"];

    [Fact]
    public async Task Every_package_of_what_is_shipped_is_named_with_its_version_and_hash() {
        if (Environment.GetEnvironmentVariable("CLAIMS_PROMISED")?.Contains("sbom", StringComparison.Ordinal) != true) Promise.Missing("sbom", "The tool for bills of materials is not installed: dotnet tool restore");
        using var folder = new TemporaryFolder();
        using var script = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Folder, "infra", "sbom.sh"), [folder.Path]) { UseShellExecute = false })!;
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, script.ExitCode);
        foreach (var project in Shipped) {
            using var bill = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder.Path, Path.GetFileName(project) + ".json"), TestContext.Current.CancellationToken));
            Assert.Equal("CycloneDX", bill.RootElement.GetProperty("bomFormat").GetString());
            var parts = bill.RootElement.TryGetProperty("components", out var listed) ? listed.EnumerateArray().ToList() : [];
            Assert.Equal(Locked(project), parts.Select(p => $"{p.GetProperty("name")} {p.GetProperty("version")}").Order(StringComparer.OrdinalIgnoreCase));
            Assert.All(parts, p => Assert.NotEqual(0, p.GetProperty("hashes").GetArrayLength()));
        }
    }

    private static IEnumerable<string> Locked(string project) {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Folder, project, "packages.lock.json")));
        return [.. file.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(p => p.Value.GetProperty("type").GetString() != "Project" && !Analyzers.Contains(p.Name))
            .Select(p => $"{p.Name} {p.Value.GetProperty("resolved").GetString()}").Order(StringComparer.OrdinalIgnoreCase)];
    }
}
