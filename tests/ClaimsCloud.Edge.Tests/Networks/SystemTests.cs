using System.Diagnostics;

namespace ClaimsCloud.Edge.Tests.Networks;

/// <summary>The whole site in network namespaces (tests/system/run). Skipped with its reason where the system does not allow that, unless it was promised.</summary>
public sealed class SystemTests {
    [Theory, InlineData("ipsec"), InlineData("ip-vpn"), InlineData("two-pc")]
    public async Task A_site_works_between_its_two_networks_and_they_never_meet(string topology) {
        if (await WhyNot(topology) is { } reason) {
            Assert.DoesNotContain("namespaces", Environment.GetEnvironmentVariable("CLAIMS_PROMISED") ?? "");
            Assert.Skip(reason);
        }
        var (code, output) = await Run("bash", [Script, topology], Path.GetDirectoryName(typeof(SystemTests).Assembly.Location)!);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.True(code == 0, output);
    }

    private static string Script {
        get {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "ClaimsCloud.sln"))) return Path.Combine(folder.FullName, "tests", "system", "run");
            throw new InvalidOperationException("the repository is not there");
        }
    }

    private static async Task<string?> WhyNot(string topology) {
        if (!OperatingSystem.IsLinux()) return "network namespaces are Linux's";
        var (code, output) = await Run("bash", [Script, "--check", topology], "");
        return code == 0 ? null : output.Trim();
    }

    private static async Task<(int, string)> Run(string program, string[] arguments, string binaries) {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["CLAIMS_EDGE_BINARIES"] = binaries;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
