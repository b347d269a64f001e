using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Returns;

/// <summary>Compares our whole files of the figure with what the manual prints of it, where the manual is at hand.</summary>
public sealed class OfficialFigureTests {
    [Fact]
    public void Every_record_that_the_figure_prints_begins_a_record_of_our_files() {
        var folder = Environment.GetEnvironmentVariable("CLAIMS_REFERENCE");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "CLAIMS_REFERENCE does not name the folder of the official documents");
        var text = File.ReadAllText(Path.Combine(folder!, "official", "uke-manual-2024-06.txt"));
        var figure = text[text.LastIndexOf("（審査支払機関からの返戻時の記録）", StringComparison.Ordinal)..text.LastIndexOf("凡例：", StringComparison.Ordinal)];
        var printed = figure.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Contains(',', StringComparison.Ordinal) && char.IsAscii(word[0])).Select(word => word.Split('・')[0]).ToList();
        Assert.Equal(16, printed.Count);
        var ours = (UkeText.Shown(Figure.Returned) + "\n" + UkeText.Shown(Figure.Resubmitted)).Split('\n');
        Assert.All(printed, record => Assert.Contains(ours, line => line.StartsWith(record, StringComparison.Ordinal)));
    }
}
