using System.Text;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>One line of a CSV file; a quoted cell may hold line ends, so it may take several lines of the file.</summary>
internal sealed record CsvLine(int Number, IReadOnlyList<string> Cells) {
    /// <summary>Spreadsheets leave lines of commas behind.</summary>
    public bool IsEmpty => Cells.All(c => string.IsNullOrWhiteSpace(c));
}

/// <summary>CSV as spreadsheets write and read it: commas, quotes doubled inside quotes, lines end with CR LF or LF.</summary>
internal static class CsvText {
    /// <summary>The lines, and the number of the line where the quotes go wrong (0: they do not).</summary>
    public static (List<CsvLine> Lines, int BadQuote) Parse(string text) {
        var lines = new List<CsvLine>();
        var (cells, number) = (new List<string>(), 1);
        for (var at = 0; at < text.Length;) {
            if (Cell(text, ref at) is not { } cell) return (lines, number);
            cells.Add(cell);
            if (at < text.Length && text[at] == ',') {
                at++;
                if (at < text.Length) continue;
                cells.Add("");
            }
            var line = new CsvLine(number, [.. cells]);
            lines.Add(line);
            cells.Clear();
            number += 1 + line.Cells.Sum(c => c.Count(x => x == '\n'));
            if (at < text.Length) at += text[at] == '\r' ? 2 : 1;
        }
        return (lines, 0);
    }

    /// <summary>A cell that a reader of <see cref="Parse"/> takes for the same text.</summary>
    public static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    /// <summary>Reads to the comma or line end behind the cell; null when its quotes do not close or text follows them.</summary>
    private static string? Cell(string text, ref int at) {
        if (at < text.Length && text[at] == '"') return Quoted(text, ref at);
        var from = at;
        while (at < text.Length && text[at] != ',' && !AtLineEnd(text, at)) at++;
        return text[from..at];
    }

    private static string? Quoted(string text, ref int at) {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++) {
            if (text[at] != '"') cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
            else {
                at++;
                return at == text.Length || text[at] == ',' || AtLineEnd(text, at) ? cell.ToString() : null;
            }
        }
        return null;
    }

    private static bool AtLineEnd(string text, int at) => text[at] == '\n' || (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n');
}
