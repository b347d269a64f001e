using ClaimsCloud.Domain.CareClaims.Files;
using ClaimsCloud.Domain.Claims;

namespace ClaimsCloud.Domain.CareClaims.Answers;

/// <summary>A claim of a file to 国保連合会 as a person reads it: every value that is there, under its official name, codes with their meaning.</summary>
public static class CareClaimView {
    private static readonly HashSet<string> Keys = ["ExchangeId", "RecordKind", "ServiceMonth", "OfficeNumber", "InsurerNumber", "InsuredNumber"];

    /// <param name="claimBytes">The claim's lines as they stand in the file.</param>
    /// <param name="firstLine">Line of its 基本情報 in the file.</param>
    public static IReadOnlyList<ReceiptSection> Of(byte[] claimBytes, int firstLine) {
        using var file = new MemoryStream(claimBytes);
        var sections = new List<ReceiptSection>();
        foreach (var record in CareFileReader.Read(file, CareFileSpec.Release202404)) {
            if (record.Layout is not { } layout) continue;
            var isFirst = sections.Count == 0;
            sections.Add(new(layout.Japanese.Replace("明細書 ", "", StringComparison.Ordinal), [.. layout.Fields.Where(f => isFirst || !Keys.Contains(f.English))
                .Select(f => (f.Japanese, Text: Value(record, f))).Where(f => f.Text is not null).Select(f => new ReceiptRow(f.Japanese, f.Text!, record.Line + firstLine - 1))]));
        }
        return sections;
    }

    private static string? Value(CareRecord record, Records.FieldLayout field) {
        if (record.Text(field.Position) is not { } text) return null;
        return field.CodeTable is { } table && CareFileSpec.Release202404.Table(table).Meaning(text) is { } meaning ? $"{text} {meaning}" : text;
    }
}
