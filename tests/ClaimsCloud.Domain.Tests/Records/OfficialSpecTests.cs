using System.Text;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.Records;

/// <summary>Compares our transcription with the official text where it is at hand.</summary>
public sealed class OfficialSpecTests {
    [Fact]
    public void Every_code_and_its_words_stand_in_the_official_tables() {
        var text = Squeezed(Official("uke-record-spec-2024-06.txt"));
        var tables = text[text.LastIndexOf("別表１審査支払機関コード", StringComparison.Ordinal)..];
        for (var number = 1; number <= 28; number++) {
            var table = ClaimSpec.Release202406.Table($"{number:00}");
            Assert.Contains($"別表{FullWidth(number.ToString())}{Squeezed(table.Japanese)}", tables, StringComparison.Ordinal);
            foreach (var code in table.Codes) Assert.Contains(FullWidth(code.Value), tables, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_field_name_stands_in_the_official_text() {
        var text = Squeezed(Official("uke-record-spec-2024-06.txt"));
        foreach (var record in ClaimSpec.Release202406.Records)
            Assert.Contains(Squeezed(record.Japanese)[..^"レコード".Length], text, StringComparison.Ordinal);
    }

    private static string Official(string name) {
        var folder = Environment.GetEnvironmentVariable("CLAIMS_REFERENCE");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "CLAIMS_REFERENCE does not name the folder of the official documents");
        return File.ReadAllText(Path.Combine(folder!, "official", name));
    }

    private static string Squeezed(string text) => string.Concat(text.EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r)));

    private static string FullWidth(string text) => string.Concat(text.Select(c => c is >= '0' and <= '9' ? (char)('０' + c - '0') : c is >= 'A' and <= 'Z' ? (char)('Ａ' + c - 'A') : c));
}
