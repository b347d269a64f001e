using System.Text.Json;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Cli.Tests;

public sealed class ReturnsTests {
    private static readonly byte[] Sample = UkeText.Sample("demo-station-a");
    private static readonly byte[] Returned = ReturnFiles.Of("1", "13", "9990018", "202412",
        new SentBack(ReturnFiles.ClaimLines(Sample)[1], ReturnFiles.SearchNumber(1)), new SentBack(ReturnFiles.ClaimLines(Sample)[4], ReturnFiles.SearchNumber(2), "Ｌ5106", "内容確認"));

    [Fact]
    public void Read_says_what_came_back_and_which_reading_was_used() {
        var (exit, output, error) = Claims.Run(Returned, "returns", "read", "-", "--json");
        Assert.Equal((0, ""), (exit, error));
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["kind", "damaged", "reading", "payer", "prefecture", "stationCode", "month", "statedClaims", "claims", "findings"], json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("returned-claims", "HH", "code-fourth"), (Text(json, "kind"), Text(json.GetProperty("reading"), "header"), json.GetProperty("reading").GetProperty("reasons")[0].GetString()));
        var claims = json.GetProperty("claims").EnumerateArray().ToList();
        Assert.Equal([("L3129", true), ("L5106", false)], claims.Select(c => c.GetProperty("reasons")[0]).Select(r => (Text(r, "code"), r.GetProperty("known").GetBoolean())));
        Assert.Equal([ReturnFiles.SearchNumber(1), ReturnFiles.SearchNumber(2)], claims.Select(c => Text(c, "searchNumber")));
    }

    [Theory]
    [InlineData("RIhasp1139990018.csv")]
    [InlineData("photo.jpg")]
    public void What_no_name_explains_is_unknown_and_unusable(string name) {
        var (exit, output, _) = Claims.Run("x,y\r\n"u8.ToArray(), "returns", "read", "-", "--name", name, "--json");
        Assert.Equal((2, "unknown"), (exit, Text(JsonDocument.Parse(output).RootElement, "kind")));
    }

    [Theory]
    [InlineData("zogn", "adjustment-notice"), InlineData("henr", "return-statement"), InlineData("fmei", "payment-statement")]
    public void Lists_with_unknown_headings_are_shown_raw(string kind, string expected) {
        var (exit, output, _) = Claims.Run("a,b\r\n1,2\r\n"u8.ToArray(), "returns", "read", "-", "--name", $"RI{kind}11369990018" + "50612.csv", "--json");
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, expected, "2"), (exit, Text(json, "kind"), json.GetProperty("raw")[1][1].GetString()));
        Assert.Equal("not-checked", Text(json.GetProperty("findings")[0], "verdict"));
    }

    [Fact]
    public void A_cut_return_file_is_unusable_and_resubmits_nothing() {
        using var folder = new TemporaryFolder();
        var (returns, claims, target) = Files(folder, Returned[..^20], Sample);
        Assert.Equal(2, Claims.Run(null, "returns", "read", returns).Exit);
        Assert.Equal(2, Claims.Run(null, "returns", "resubmit", "--returns", returns, "--claims", claims, "--out", target).Exit);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public void Resubmit_puts_key_and_history_to_the_corrected_claims_and_leaves_the_others_alone() {
        using var folder = new TemporaryFolder();
        var (returns, claims, target) = Files(folder, Returned, Sample);
        var (exit, output, error) = Claims.Run(null, "returns", "resubmit", "--returns", returns, "--claims", claims, "--out", target);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("再請求2件、一次請求6件", System.Text.Encoding.UTF8.GetString(output), StringComparison.Ordinal);
        Assert.Equal((0, true), (Claims.Check(File.ReadAllBytes(target)).Exit, UkeText.Shown(File.ReadAllBytes(target)).Contains("8,1,0,RE,2,", StringComparison.Ordinal)));
        Assert.Equal([target, returns, claims], Directory.GetFiles(folder.Path).OrderDescending());
    }

    [Fact]
    public void In_doubt_nothing_is_written_until_a_person_decides() {
        using var folder = new TemporaryFolder();
        var unsure = UkeText.Bytes(UkeText.Shown(Sample).Replace("相沢　みどり,アイザワミドリ,2,19660318,,,,,,IB-0012", "相沢　みどり,アイザワミドリ,2,19660318,,,,,,", StringComparison.Ordinal));
        var (returns, claims, target) = Files(folder, ReturnFiles.Of("1", "13", "9990018", "202412", new SentBack(ReturnFiles.ClaimLines(Sample)[0], ReturnFiles.SearchNumber(1))), unsure);
        string[] arguments = ["returns", "resubmit", "--returns", returns, "--claims", claims, "--out", target];
        var (exit, _, error) = Claims.Run(null, arguments);
        Assert.Equal((1, false), (exit, File.Exists(target)));
        Assert.Contains("RT0413", error, StringComparison.Ordinal);
        Assert.Equal(0, Claims.Run(null, [.. arguments, "--link", "1=1"]).Exit);
        Assert.Equal(2, Claims.Run(null, [.. arguments, "--link", "x"]).Exit);
        Assert.Equal(0, Claims.Run(null, [.. arguments, "--first", "1"]).Exit);
        Assert.Equal(UkeText.Shown(unsure), UkeText.Shown(File.ReadAllBytes(target)));
    }

    private static (string Returns, string Claims, string Target) Files(TemporaryFolder folder, byte[] returns, byte[] claims) {
        var paths = (Returns: Path.Combine(folder.Path, "RECEIPTH.HEN"), Claims: Path.Combine(folder.Path, "NEW.UKE"), Target: Path.Combine(folder.Path, "RESEND.UKE"));
        File.WriteAllBytes(paths.Returns, returns);
        File.WriteAllBytes(paths.Claims, claims);
        return paths;
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
