using System.Diagnostics;
using ClaimsCloud.Storage.Azure.Tests.Servers;

namespace ClaimsCloud.Storage.Azure.Tests;

/// <summary>The command that README shows, as a process, over Azurite and the Cosmos double.</summary>
public sealed class JourneyTests(AzureServers servers) {
    [Fact]
    public async Task A_file_travels_to_the_closed_network_and_its_answer_comes_back() {
        var (exit, output) = await Local(servers.Required().ConnectionString, servers.Blobs);
        Assert.True(exit == 0, output);
        foreach (var link in (string[])["received", "sealed", "placed", "seen", "confirmed"])
            Assert.Contains(output.Split('\n'), line => line.StartsWith(link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_servers_it_says_what_to_start() {
        var (exit, output) = await Local("", "");
        Assert.Equal(2, exit);
        Assert.Contains("npm start --prefix tests/cosmos-double", output, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output)> Local(string cosmos, string blobs) {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ClaimsCloud.Local.dll"), "--once", "--stores", "azure"]) {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        (start.Environment["CLAIMSCLOUD_Cosmos"], start.Environment["CLAIMSCLOUD_Blobs"]) = (cosmos, blobs);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
