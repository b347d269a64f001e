using ClaimsCloud.Domain.Records;
using ClaimsCloud.Domain.Returns;

namespace ClaimsCloud.Domain.Claims;

/// <param name="Line">Line of the file that the row stands in.</param>
public sealed record ReceiptRow(string Label, string Value, int? Line);

/// <summary>What one kind of record says, in the order of the file.</summary>
public sealed record ReceiptSection(string Title, IReadOnlyList<ReceiptRow> Rows);

/// <summary>A claim as a person reads it: every recorded value once, codes with their meaning, dates in 和暦, amounts in yen.</summary>
public static class ReceiptView {
    private const string HistoryTitle = "履歴管理ブロック";

    /// <param name="claimBytes">The claim's bytes as they stand in the file.</param>
    /// <param name="firstLine">Line of its RE in the file.</param>
    public static IReadOnlyList<ReceiptSection> Of(ReadOnlySpan<byte> claimBytes, int firstLine) {
        var reader = new RecordReader(new MemoryStream(claimBytes.ToArray()));
        var sections = new List<ReceiptSection>();
        var ordinals = new Dictionary<string, int>();
        var linesBefore = firstLine - 1;
        while (reader.Read() is { } block)
            for (var i = 0; i < block.Count; i++) Add(block[i], block[i].Line + linesBefore, sections, ordinals);
        return sections;
    }

    private static void Add(in Record record, int line, List<ReceiptSection> sections, Dictionary<string, int> ordinals) {
        var spec = ClaimSpec.Release202406;
        if (record.IsEndMark) return;
        if (HistoryBlock.IsLine(record)) {
            AddHistory(line, sections);
            return;
        }
        if (spec.Record(record) is not { } layout) {
            sections.Add(new("読み取れない行", [new("記録のまま", ClaimText.Decode(record.Bytes), line)]));
            return;
        }
        var ordinal = ordinals[layout.Id] = ordinals.GetValueOrDefault(layout.Id) + 1;
        var title = layout.Japanese.Replace("レコード", "", StringComparison.Ordinal);
        switch (layout.Id) {
            case "KA":
                var fee = new ReceiptRow(FieldText.Of(record, layout.Field("ServiceDate")!, spec), FeeText(record, layout, spec), line);
                if (ordinal > 1 && sections[^1].Title == title) sections[^1] = sections[^1] with { Rows = [.. sections[^1].Rows, fee] };
                else sections.Add(new(title, [fee]));
                break;
            case "JD":
                sections.Add(new(title, [new(FieldText.Of(record, layout.Fields[1], spec), DaysText(new VisitDaysRecord(record)), line)]));
                break;
            default:
                sections.Add(new(layout.Max == 1 ? title : $"{title} {ordinal}", Rows(record, layout, line, spec)));
                break;
        }
    }

    /// <summary>The block is the payer's record and nobody's to read or change: that it is there is all there is to say.</summary>
    private static void AddHistory(int line, List<ReceiptSection> sections) {
        if (sections is [.., { Title: HistoryTitle } block]) sections[^1] = block with { Rows = [block.Rows[0] with { Value = HistoryText(line - block.Rows[0].Line!.Value + 1) }] };
        else sections.Add(new(HistoryTitle, [new("審査支払機関の記録", HistoryText(1), line)]));
    }

    private static string HistoryText(int lines) => $"{lines}行（変えられません）";

    private static List<ReceiptRow> Rows(in Record record, RecordLayout layout, int line, ClaimSpec spec) {
        var rows = new List<ReceiptRow>();
        foreach (var field in layout.Fields)
            if (field.Position > 1 && !record.Field(field.Position).IsEmpty) rows.Add(new(field.Japanese, FieldText.Of(record, field, spec), line));
        for (var position = layout.Fields.Count + 1; position <= record.FieldCount; position++)
            if (record.Text(position) is { } text) rows.Add(new($"余分な項目（{position}番目）", text, line));
        return rows;
    }

    private static string FeeText(Record record, RecordLayout layout, ClaimSpec spec) =>
        string.Join("　", layout.Fields.Where(f => f.Position > 2 && !record.Field(f.Position).IsEmpty)
            .Select(f => f.English is "Yen" or "FeeCode" ? FieldText.Of(record, f, spec) : $"{f.Japanese}：{FieldText.Of(record, f, spec)}"));

    private static string DaysText(VisitDaysRecord record) =>
        string.Join("・", Enumerable.Range(1, 31).Where(d => record.Day(d) is not null).Select(d => record.Day(d) == "1" ? $"{d}日" : $"{d}日（{record.Day(d)}）"));
}
