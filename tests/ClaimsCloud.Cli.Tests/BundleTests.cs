using System.Text;
using System.Text.Json;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Cli.Tests;

public sealed class BundleTests {
    private static readonly string[] Keys = ["code", "severity", "verdict", "patient", "table", "line", "key", "field", "message", "fix", "source"];

    [Fact]
    public void A_good_bundle_is_clean_and_says_how_much_there_is() {
        var (exit, output, error) = Claims.Run(BundleSamples.Small(), "bundle", "check", "-");
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal("取り込める利用者 3人　訪問 16件\n", Encoding.UTF8.GetString(output));
    }

    [Fact]
    public void A_refused_patient_is_named_with_row_field_and_fix_and_the_others_can_be_taken() {
        var (exit, output, _) = Claims.Run(Changed("\"staff\": \"T1\"", "\"staff\": \"T9\""), "bundle", "check", "-");
        var text = Encoding.UTF8.GetString(output);
        Assert.Equal(1, exit);
        Assert.Contains("visits 82行 V11 staff （利用者 P3） BU22 この利用者を取り込めません", text, StringComparison.Ordinal);
        Assert.Contains("取り込める利用者 2人", text, StringComparison.Ordinal);
        Assert.Contains("取り込めない利用者 1人: P3", text, StringComparison.Ordinal);
    }

    [Theory, InlineData("half", 2, "BU02"), InlineData("nothing", 2, "BU01"), InlineData("station", 2, "BU31"), InlineData("name", 1, "BU19")]
    public void Findings_as_json_have_every_key(string fault, int expected, string code) {
        var file = fault switch {
            "half" => BundleSamples.Small()[..3000],
            "nothing" => [],
            "name" => Changed("\"西尾　香織\"", "\"西尾香織\""),
            _ => BundleSamples.Small(),
        };
        var (exit, output, error) = Claims.Run(file, ["bundle", "check", "-", "--json", .. fault == "station" ? new[] { "--station", "1234567" } : []]);
        Assert.Equal((expected, ""), (exit, error));
        var findings = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        Assert.All(findings, f => Assert.Equal(Keys, f.EnumerateObject().Select(p => p.Name)));
        Assert.Contains(findings, f => f.GetProperty("code").GetString() == code);
    }

    [Fact]
    public void Json_becomes_a_zip_and_json_again() {
        using var folder = new TemporaryFolder();
        var (zip, json) = (Path.Combine(folder.Path, "month.zip"), Path.Combine(folder.Path, "month.json"));
        Assert.Equal(0, Claims.Run(BundleSamples.Small(), "bundle", "convert", "-", "--out", zip).Exit);
        Assert.Equal(0, Claims.Run(null, "bundle", "convert", zip, "--out", json).Exit);
        Assert.Equal(BundleSamples.Small(), File.ReadAllBytes(json));
    }

    [Theory, InlineData("month.zip", true), InlineData("month.txt", false)]
    public void What_cannot_be_taken_whole_is_not_converted(string target, bool damaged) {
        using var folder = new TemporaryFolder();
        var (exit, _, error) = Claims.Run(damaged ? Changed("\"staff\": \"T1\"", "\"staff\": \"T9\"") : BundleSamples.Small(), "bundle", "convert", "-", "--out", Path.Combine(folder.Path, target));
        Assert.NotEqual(0, exit);
        Assert.NotEmpty(error);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void The_template_holds_every_table() {
        using var folder = new TemporaryFolder();
        var target = Path.Combine(folder.Path, "template.zip");
        Assert.Equal(0, Claims.Run(null, "bundle", "template", "--out", target).Exit);
        using var zip = System.IO.Compression.ZipFile.OpenRead(target);
        Assert.Equal(BundleTables.All.Select(t => t.FileName), zip.Entries.Select(e => e.FullName));
    }

    [Fact]
    public void The_schema_and_its_page_name_every_table() {
        var schema = JsonDocument.Parse(Claims.Run(null, "bundle", "schema").Output).RootElement;
        Assert.Equal(BundleTables.All.Select(t => t.Name), schema.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        var page = Encoding.UTF8.GetString(Claims.Run(null, "bundle", "schema", "--markdown").Output);
        Assert.All(BundleTables.All, t => Assert.Contains($"## `{t.Name}`", page, StringComparison.Ordinal));
    }

    private static byte[] Changed(string text, string by) {
        var sample = Encoding.UTF8.GetString(BundleSamples.Small());
        Assert.Contains(text, sample, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(sample.Replace(text, by, StringComparison.Ordinal));
    }
}
