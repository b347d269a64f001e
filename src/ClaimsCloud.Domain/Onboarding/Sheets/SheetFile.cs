using System.Text;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Domain.Onboarding.Sheets;

/// <summary>A sheet as a file: CSV that Excel opens with Japanese intact, or XLSX. Cells are texts; none is taken for a formula.</summary>
public static class SheetFile {
    public const int MostBytes = 8 * 1024 * 1024;
    public const int MostRows = 20_000;

    public static byte[] WriteCsv(IEnumerable<IReadOnlyList<string>> lines) {
        using var file = new MemoryStream();
        using (var text = new StreamWriter(file, CsvEncoding.Written) { NewLine = "\r\n" })
            foreach (var line in lines) text.WriteLine(string.Join(',', line.Select(c => CsvText.Quote(FormulaGuard.Written(c)))));
        return file.ToArray();
    }

    public static byte[] WriteXlsx(IEnumerable<IReadOnlyList<string>> lines) => XlsxWriter.Write(lines);

    /// <summary>The lines of a file of either kind, or why it cannot be read.</summary>
    public static (IReadOnlyList<IReadOnlyList<string>>? Lines, string? Problem) Read(Stream content) {
        if (Bounded.Read(content, MostBytes) is not { } bytes) return (null, $"ファイルが{MostBytes >> 20}MBを超えています。");
        return bytes.AsSpan().StartsWith("PK"u8) ? XlsxReader.Read(bytes) : ReadCsv(bytes);
    }

    private static (IReadOnlyList<IReadOnlyList<string>>?, string?) ReadCsv(byte[] bytes) {
        var (text, badLine) = CsvEncoding.Decode(bytes);
        if (text is null) return (null, $"{badLine}行目の文字を読めません。文字コードをUTF-8かShift_JISにしてください。");
        var (csv, lines) = (new CsvText(text), new List<IReadOnlyList<string>>());
        while (csv.Next() is { } line) {
            if (lines.Count >= MostRows) return (null, $"行が{MostRows:#,0}を超えています。");
            lines.Add([.. line.Cells.Select(FormulaGuard.Read)]);
        }
        return csv.Broken ? (null, $"{csv.Number}行目の引用符が閉じていません。") : (lines, null);
    }
}

/// <summary>A spreadsheet runs what begins like a formula: such a text gets an apostrophe before it, which is taken off when it comes back.</summary>
internal static class FormulaGuard {
    public static string Written(string cell) => NeedsGuard(cell) ? "'" + cell : cell;

    public static string Read(string cell) => cell is ['\'', .. var rest] && NeedsGuard(rest) ? rest : cell;

    /// <summary>A text that already stands behind apostrophes gets one more, so that taking one off gives it back.</summary>
    private static bool NeedsGuard(string cell) => IsFormula(cell.TrimStart('\''));

    private static bool IsFormula(string cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠', ..];
}
