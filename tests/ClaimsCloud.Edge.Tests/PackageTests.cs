using System.Diagnostics;

namespace ClaimsCloud.Edge.Tests;

/// <summary>The packages that <c>edge/packaging/build</c> made, tried out (edge/packaging/smoke). Skipped with the reason where there is no Wine, or nothing was built.</summary>
public sealed class PackageTests {
    private const int CannotBeTried = 77;

    [Fact]
    public async Task The_msi_installs_runs_relays_a_file_and_goes_away_again() {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "ClaimsCloud.sln"))) root = root.Parent ?? throw new InvalidOperationException("the repository is not there");
        var packages = Path.Combine(root.FullName, "artifacts", "edge");
        var msi = Directory.Exists(packages) ? Directory.GetFiles(packages, "*.msi").Order(StringComparer.Ordinal).LastOrDefault() : null;
        Assert.SkipWhen(msi is null, "no MSI was built: edge/packaging/build");
        var start = new ProcessStartInfo("bash", [Path.Combine(root.FullName, "edge", "packaging", "smoke"), msi!]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["CLAIMS_EDGE_BINARIES"] = AppContext.BaseDirectory;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.SkipWhen(process.ExitCode == CannotBeTried, output.Trim());
        Assert.True(process.ExitCode == 0, output);
    }
}
