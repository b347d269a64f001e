using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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

    [Fact]
    public async Task The_last_day_of_a_certificate_is_read_from_the_store_of_the_person_and_of_two_none_is_guessed() {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the store of Windows is the person's own");
        using var home = new TemporaryFolder();
        var data = Directory.CreateDirectory(Path.Combine(home.Path, "data")).FullName;
        new EdgeSettings(new("https://cloud.example/"), "device", "いぶき", home.Path, home.Path).Save(data);
        Task<(int Exit, string Output, string Error)> Read(params string[] more) => Ended(Start(["certificate", "--data", data, "--store", .. more], home.Path));

        Assert.Contains("当てはまる証明書がありません", (await Read()).Error, StringComparison.Ordinal);
        PutIntoStore(home.Path, "CN=online-claims", new(2029, 9, 30, 3, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, (await Read()).Exit);
        Assert.Equal(new DateOnly(2029, 9, 30), EdgeSettings.Load(data).CertificateEnds);
        PutIntoStore(home.Path, "CN=care", new(2027, 6, 1, 3, 0, 0, TimeSpan.Zero));
        var (exit, _, error) = await Read("--care");
        Assert.Equal(1, exit);
        Assert.Contains("CN=care", error, StringComparison.Ordinal);
        Assert.Equal(0, (await Read("--care", "--subject", "care")).Exit);
        Assert.Equal(new DateOnly(2027, 6, 1), EdgeSettings.Load(data).CareCertificateEnds);
    }

    /// <summary>As the system keeps a person's certificates below the home folder.</summary>
    private static void PutIntoStore(string home, string subject, DateTimeOffset ends) {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSelfSigned(ends.AddYears(-3), ends);
        var store = Directory.CreateDirectory(Path.Combine(home, ".dotnet", "corefx", "cryptography", "x509stores", "my")).FullName;
        File.WriteAllBytes(Path.Combine(store, $"{certificate.Thumbprint}.pfx"), certificate.Export(X509ContentType.Pkcs12));
    }

    private static Process Start(params string[] arguments) => Start(arguments, null);

    private static Process Start(string[] arguments, string? home) {
        var program = Path.Combine(Path.GetDirectoryName(typeof(CommandLineTests).Assembly.Location)!, "ClaimsCloud.Edge.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (home is not null) start.Environment["HOME"] = home;
        return Process.Start(start)!;
    }

    private static async Task<(int Exit, string Output, string Error)> Ended(Process process) {
        using var _ = process;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
