using System.Text;
using System.Text.Json;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Cli.Tests;

public sealed class UsageTests {
    [Theory]
    [InlineData("uke"), InlineData("uke", "check"), InlineData("uke", "check", "no such file"), InlineData("uke", "write", "-"), InlineData("nonsense"), InlineData("rules", "show", "X99")]
    public void Wrong_usage_ends_with_2_and_says_why(params string[] arguments) {
        var (exit, _, error) = Claims.Run(null, arguments);
        Assert.Equal(2, exit);
        Assert.NotEmpty(error);
    }

    [Theory, InlineData("{"), InlineData("[1]"), InlineData("[{\"record\":\"ZZ\",\"fields\":{}}]"), InlineData("[{\"record\":\"GO\",\"fields\":{\"No\":\"1\"}}]"),
     InlineData("[{\"record\":\"CO\",\"fields\":{\"Text\":\"髙\"}}]"), InlineData("[{\"base64\":\"???\"}]"), InlineData("[{\"record\":\"GO\",\"ending\":\"?\"}]")]
    public void Json_that_is_no_claim_file_leaves_no_file_behind(string json) {
        using var folder = new TemporaryFolder();
        var target = Path.Combine(folder.Path, "OUT.UKE");
        var (exit, _, error) = Claims.Run(Encoding.UTF8.GetBytes(json), "uke", "write", "-", "--out", target);
        Assert.Equal(2, exit);
        Assert.NotEmpty(error);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Show_reads_like_a_receipt() {
        var (exit, output, _) = Claims.Run(UkeText.Sample("demo-station-a"), "uke", "show", "-", "--claim", "1");
        var text = Encoding.UTF8.GetString(output);
        Assert.Equal(0, exit);
        Assert.Contains("【レセプト共通】", text, StringComparison.Ordinal);
        Assert.Contains("令和6年", text, StringComparison.Ordinal);
        Assert.Contains("円", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalogue_lists_every_rule_with_examples() {
        var (exit, output, _) = Claims.Run(null, "rules", "list", "--json");
        Assert.Equal(0, exit);
        var rules = JsonDocument.Parse(output).RootElement;
        Assert.True(rules.GetArrayLength() >= 80);
        Assert.All(rules.EnumerateArray(), rule => {
            Assert.Equal(["code", "severity", "title", "explanation", "fix", "source", "since", "until", "payerCode", "needs", "goodExample", "badExample"], rule.EnumerateObject().Select(p => p.Name));
            Assert.NotEmpty(rule.GetProperty("badExample").GetString()!);
        });
    }

    [Fact]
    public void Coverage_names_every_rule_once_for_every_claim() {
        var (exit, output, _) = Claims.Run(UkeText.Sample("demo-station-b"), "uke", "check", "-", "--json", "--coverage");
        Assert.Equal(0, exit);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["version", "findings", "coverage"], report.EnumerateObject().Select(p => p.Name));
        var coverage = report.GetProperty("coverage");
        Assert.Equal([1, 2, 3], coverage.GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("claim").GetInt32()));
        Assert.All(coverage.GetProperty("rules").EnumerateArray(), r => Assert.Equal(3, r.GetProperty("claims").GetInt32() + r.GetProperty("notRun").GetInt32()));
        var set = Assert.Single(coverage.GetProperty("sets").EnumerateArray());
        Assert.Equal(coverage.GetProperty("rules").GetArrayLength(), set.GetProperty("run").GetArrayLength() + set.GetProperty("notRun").GetArrayLength());
    }

    [Fact]
    public void Text_ends_with_the_version_and_what_was_not_checked() {
        var (_, output, _) = Claims.Run(UkeText.Sample("demo-station-b"), "uke", "check", "-", "--coverage");
        var text = Encoding.UTF8.GetString(output);
        Assert.Contains("点検していないもの", text, StringComparison.Ordinal);
        Assert.Contains("R08a", text, StringComparison.Ordinal);
        Assert.Contains("版　すべて点検", text, StringComparison.Ordinal);
    }

    [Theory, InlineData("demo-station-a"), InlineData("demo-station-b"), InlineData("manual-shaho"), InlineData("manual-kokuho")]
    public void Samples_pass_the_check(string name) {
        var (exit, findings) = Claims.Check(UkeText.Sample(name));
        Assert.True(exit == 0, string.Join('\n', findings));
    }
}
