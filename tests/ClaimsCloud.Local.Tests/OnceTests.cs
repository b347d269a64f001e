using System.Diagnostics;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Local.Tests;

/// <summary>The command that README shows, as a process.</summary>
public sealed class OnceTests {
    private static readonly string[] Links = ["received", "checked", "sealed", "fetched", "placed", "seen", "answered", "confirmed"];

    [Fact]
    public async Task The_manuals_examples_travel_to_the_closed_network_and_their_answer_comes_back() {
        var (exit, output) = await Local("--once");
        Assert.True(exit == 0, output);
        foreach (var link in Links) Assert.Contains(output.Split('\n'), line => line.StartsWith(link, StringComparison.Ordinal));
        Assert.DoesNotContain("warn:", output, StringComparison.Ordinal);
    }

    [Theory, InlineData("demo-station-a"), InlineData("demo-station-b"), InlineData("manual-kokuho")]
    public async Task A_given_file_travels_too(string sample) {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "RECEIPTH.UKE");
        await File.WriteAllBytesAsync(path, UkeText.Sample(sample), TestContext.Current.CancellationToken);
        var (exit, output) = await Local("--once", "--claim", path);
        Assert.True(exit == 0, output);
    }

    [Fact]
    public async Task Two_claims_of_twenty_come_back_and_the_yen_at_risk_go_up_and_back_to_zero() {
        var (exit, output) = await Local("--returns");
        Assert.True(exit == 0, output);
        Assert.Equal(["555,000円", "0円", "55,500円", "55,500円", "27,750円", "0円"],
            output.Split('\n').Where(line => line.StartsWith("まだ請求が確定していない金額", StringComparison.Ordinal)).Select(line => line.Split((char[])[' ', '　'], StringSplitOptions.RemoveEmptyEntries)[1]));
    }

    [Fact]
    public async Task A_card_that_changed_is_asked_for_approved_and_splits_the_claim() {
        var (exit, output) = await Local("--card");
        Assert.True(exit == 0, output);
        Assert.Contains("返戻見込み", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_with_both_insurances_ends_with_every_care_yen_decided() {
        var (exit, output) = await Local("--care");
        Assert.True(exit == 0, output);
        var last = output.Split('\n').Where(line => line.Contains("送付 ", StringComparison.Ordinal)).TakeLast(2).ToList();
        Assert.All(last, line => Assert.EndsWith("未決定 0", line.TrimEnd(), StringComparison.Ordinal));
        Assert.All(last, line => Assert.Contains("保留 0 ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_with_an_error_is_not_sealed_and_the_command_says_why() {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "RECEIPTH.UKE");
        var file = UkeText.Sample("demo-station-a");
        await File.WriteAllBytesAsync(path, file[..^1], TestContext.Current.CancellationToken);
        var (exit, output) = await Local("--once", "--claim", path);
        Assert.Equal(1, exit);
        Assert.Contains("F01d", output, StringComparison.Ordinal);
        Assert.DoesNotContain("sealed", output, StringComparison.Ordinal);
    }

    [Theory, InlineData("--once", "--claim", "no such file"), InlineData("--nonsense")]
    public async Task Wrong_usage_ends_with_2(params string[] arguments) => Assert.Equal(2, (await Local(arguments)).Exit);

    private static async Task<(int Exit, string Output)> Local(params string[] arguments) {
        var program = Path.Combine(Path.GetDirectoryName(typeof(OnceTests).Assembly.Location)!, "ClaimsCloud.Local.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
