using System.Text;
using System.Text.Json;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Cli.Tests;

/// <summary>The master commands on fictional miniature masters, and on the official one where it is at hand.</summary>
public sealed class MastersTests {
    [Fact]
    public void An_import_shows_the_difference_keeps_the_tables_and_lists_them() {
        using var folder = new TemporaryFolder();
        var (master, store) = (Master(folder, "5560.00"), Path.Combine(folder.Path, "store"));

        var shown = Json(Claims.Run(null, "masters", "import", master, "--json"), 0);
        Assert.Equal(("shown", "2024-06", "2024-06"), (Text(shown, "outcome"), Text(shown, "release"), Text(shown, "comparedWith")));
        Assert.False(Directory.Exists(store));
        Assert.Contains(shown.GetProperty("changed").EnumerateArray(), c => (Text(c, "code"), Text(c, "column"), Text(c, "old"), Text(c, "new")) == ("510000110", "金額", "5550", "5560"));
        Assert.Equal(207, shown.GetProperty("removed").GetArrayLength());

        Assert.Equal("kept", Text(Json(Claims.Run(null, "masters", "import", master, "--store", store, "--json"), 0), "outcome"));
        Assert.Equal(["fees-2024-06.zip"], Directory.GetFiles(store).Select(Path.GetFileName));

        var again = Json(Claims.Run(null, "masters", "import", Master(folder, "5570.00"), "--store", store, "--json"), 0);
        Assert.Equal("5560", Text(Assert.Single(again.GetProperty("changed").EnumerateArray().ToArray()), "old"));

        var list = Json(Claims.Run(null, "masters", "list", "--store", store, "--json"), 0).EnumerateArray().Select(s => (Text(s, "release"), Text(s, "origin"), s.GetProperty("codes").GetInt32()));
        Assert.Equal([("2024-06", "imported", 1), ("2024-06", "built-in", 208), ("2026-06", "built-in", 547)], list);
    }

    [Fact]
    public void A_broken_master_leaves_the_store_as_it_was_and_ends_with_1() {
        using var folder = new TemporaryFolder();
        var store = Path.Combine(folder.Path, "store");
        var refused = Json(Claims.Run(null, "masters", "import", Master(folder, "五千円"), "--store", store, "--json"), 1);
        Assert.Equal("refused", Text(refused, "outcome"));
        var finding = Assert.Single(refused.GetProperty("findings").EnumerateArray().ToArray());
        Assert.Equal(("MS0006", 1, "新又は現金額"), (Text(finding, "code"), finding.GetProperty("line").GetInt32(), Text(finding, "field")));
        Assert.False(Directory.Exists(store));
    }

    [Fact]
    public void A_damaged_pack_is_named_and_the_carried_tables_still_serve() {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "fees-2024-06.zip"), "damaged");
        var (exit, output, error) = Claims.Run(null, "masters", "list", "--store", folder.Path, "--json");
        Assert.Equal(1, exit);
        Assert.Contains("fees-2024-06.zip", error, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(output).RootElement.GetArrayLength());
    }

    [Theory, InlineData("masters", "import", "no such folder"), InlineData("masters", "import", ".", "--from", "2024年6月"), InlineData("masters")]
    public void Wrong_usage_ends_with_2_and_says_why(params string[] arguments) {
        var (exit, _, error) = Claims.Run(null, arguments);
        Assert.Equal(2, exit);
        Assert.NotEmpty(error);
    }

    [Theory, InlineData("2024-05", 2), InlineData("2024-06", 0), InlineData("2099-12", 0), InlineData("2100-01", 2), InlineData("9999-01", 2)]
    public void A_master_holds_from_a_month_that_can_have_one(string from, int exit) {
        using var folder = new TemporaryFolder();
        var (ended, _, error) = Claims.Run(null, "masters", "import", Master(folder, "5550.00"), "--from", from);
        Assert.Equal((exit, exit == 2), (ended, error.Contains(from, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_official_master_of_2024_differs_in_nothing_from_the_tables_the_product_carries() {
        var reference = Environment.GetEnvironmentVariable("CLAIMS_REFERENCE");
        Assert.SkipWhen(string.IsNullOrEmpty(reference), "CLAIMS_REFERENCE does not name the folder of the official documents");
        var report = Json(Claims.Run(null, "masters", "import", Path.Combine(reference!, "masters-2024-06"), "--json"), 0);
        Assert.All(["findings", "added", "removed", "changed", "addOnsAdded", "addOnsRemoved", "exclusionsAdded", "exclusionsRemoved"], part => Assert.Equal(0, report.GetProperty(part).GetArrayLength()));
        var text = Encoding.UTF8.GetString(Claims.Run(null, "masters", "import", Path.Combine(reference!, "masters-2024-06")).Output);
        Assert.Contains("変更 0件", text, StringComparison.Ordinal);
    }

    /// <summary>One base fee, its add-on table and the rest of the five tables with rows for that code alone, under names no one would expect.</summary>
    private static string Master(TemporaryFolder folder, string amount) {
        var path = Directory.CreateDirectory(Path.Combine(folder.Path, "master")).FullName;
        var fee = Enumerable.Repeat("0", 72).ToArray();
        (fee[1], fee[2], fee[3], fee[5], fee[8], fee[14], fee[15]) = ("R", "510000110", "01", "01", "訪問看護基本療養費１", "1", amount);
        (fee[47], fee[48], fee[66], fee[70], fee[71]) = ("0000", "0000", "00", "20240601", "99999999");
        string[][] tables = [fee, ["0", "A101", "510000110", "基本", "01", "20240601", "99999999", "0"], ["0", "510000110", "基本", "121", "日", "1", "0", "20240601", "99999999", "0"],
            ["0", "510000110", "基本", "2", "510000110", "基本", "1", "0", "20240601", "99999999", "0", "0", "0"], ["0", "B008", "510000110", "基本", "1607", "01", "20240601", "99999999", "0"]];
        foreach (var (table, i) in tables.Select((t, i) => (t, i)))
            File.WriteAllBytes(Path.Combine(path, $"r_{9 - i}.CSV"), [.. ClaimText.Encode(string.Join(',', table.Select(c => $"\"{c}\""))), (byte)'\r', (byte)'\n']);
        return path;
    }

    private static JsonElement Json((int Exit, byte[] Output, string Error) run, int exit) {
        Assert.Equal((exit, ""), (run.Exit, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
