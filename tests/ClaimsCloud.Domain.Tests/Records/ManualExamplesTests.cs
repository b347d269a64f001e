using System.Text.Json;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Records;

/// <summary>The official manual's own example lines; README.md in this folder says what the tags mean.</summary>
public sealed class ManualExamplesTests {
    private sealed record Example(int Number, string Page, string Line, string Note) {
        public bool IsExcerpt => Note.StartsWith("excerpt", StringComparison.Ordinal);

        /// <summary>給付割合 035: the rule reads what the manual prints in two places.</summary>
        public bool MustFail => Note.StartsWith("layout", StringComparison.Ordinal) && !Note.Contains("leading zero", StringComparison.Ordinal);
    }

    private static readonly Example[] Examples = [.. Lines().Skip(1).Select((l, i) => l.Split('\t') is var c ? new Example(i, c[0], c[2], c[3]) : null!)];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Examples.Length)];
    public static TheoryData<int> Whole => [.. Examples.Where(e => !e.IsExcerpt).Select(e => e.Number)];

    [Theory, MemberData(nameof(Numbers))]
    public void An_example_line_comes_back_byte_for_byte(int number) {
        var bytes = UkeText.Bytes(Examples[number].Line + "\n");
        var record = new RecordReader(new MemoryStream(bytes)).Read()![0];
        var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json)) RecordJson.Write(writer, record, ClaimSpec.Release202406);
        var copy = new MemoryStream();
        var output = new RecordWriter(copy);
        RecordJson.Copy(JsonDocument.Parse(json.ToArray()).RootElement, output, ClaimSpec.Release202406);
        output.Flush();
        Assert.True(bytes.AsSpan().SequenceEqual(copy.ToArray()));
    }

    [Theory, MemberData(nameof(Whole))]
    public void An_example_line_passes_the_layout_unless_the_manual_misprints_it(int number) {
        var example = Examples[number];
        var findings = new ClaimFileCheck(new MemoryStream(UkeText.Bytes(example.Line + "\n"))).Run().SelectMany(p => p.Findings)
            .Where(f => f.IsError && OfLayout(f.Code)).ToList();
        Assert.True(example.MustFail == findings.Count > 0, $"p. {example.Page} {example.Line}\n{example.Note}\n{string.Join('\n', findings.Select(f => $"{f.Code} {f.Message}"))}");
    }

    [Fact]
    public void The_manual_has_189_example_lines_of_all_19_records() {
        Assert.Equal(189, Examples.Length);
        Assert.Equal(19, Examples.Select(e => e.Line[..2]).Distinct().Count(id => ClaimSpec.Release202406.Record(id) is not null));
    }

    private static bool OfLayout(string code) => code[..3] is "F03" or "F06" or "F07" or "F08" or "F05" || code is "F01c" or "F01f" or "F01g";

    private static string[] Lines() {
        using var stream = typeof(ManualExamplesTests).Assembly.GetManifestResourceStream("manual-examples.tsv")!;
        return new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
