using System.Diagnostics;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Edge.Tests;

/// <summary>The commands of the edge README, as processes.</summary>
public sealed class CommandLineTests {
    private const int Terminate = 15;

    [Fact]
    public async Task A_PC_is_enrolled_runs_and_ends_in_peace_when_the_system_asks() {
        await using var cloud = await CloudHarness.Run();
        await using var site = await Site.Prepare(cloud, 1);
        var (exit, _, error) = await Ended(Start("enrol", "--url", cloud.Address.ToString(), "--code", await site.EnrolmentCode(), "--name", "受付のPC",
            "--data", site.Data, "--terminal-out", site.Terminal.Out, "--terminal-in", site.Terminal.In));
        Assert.True(exit == 0, error);

        using var running = Start("run", "--data", site.Data);
        await Site.Until(async () => (await site.Connector()).LastSeen is not null, () => Task.FromResult("no heartbeat came"));
        Assert.Equal(0, NativeSignals.Send(running.Id, Terminate));
        Assert.Equal(0, (await Ended(running)).Exit);
    }

    [Theory]
    [InlineData("no address")]
    [InlineData("ftp://127.0.0.1/")]
    public async Task An_address_that_is_none_is_refused(string url) {
        using var folder = new TemporaryFolder();
        var (exit, _, error) = await Ended(Start("enrol", "--url", url, "--code", "AAAA-BBBB-CCCC", "--name", "受付のPC", "--data", folder.Path,
            "--terminal-out", folder.Path, "--terminal-in", folder.Path));
        Assert.Equal(1, exit);
        Assert.Contains("https", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cloud_out_of_reach_is_said_in_words_of_the_person_at_the_PC() {
        using var folder = new TemporaryFolder();
        var (exit, _, error) = await Ended(Start("enrol", "--url", "http://127.0.0.1:9/", "--code", "AAAA-BBBB-CCCC", "--name", "受付のPC", "--data", folder.Path,
            "--terminal-out", folder.Path, "--terminal-in", folder.Path));
        Assert.Equal(1, exit);
        Assert.Contains("クラウドに接続できません", error, StringComparison.Ordinal);
    }

    private static Process Start(params string[] arguments) {
        var program = Path.Combine(Path.GetDirectoryName(typeof(CommandLineTests).Assembly.Location)!, "ClaimsCloud.Edge.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
    }

    private static async Task<(int Exit, string Output, string Error)> Ended(Process process) {
        using var _ = process;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
