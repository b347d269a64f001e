using System.Text;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>One line of a CSV file; a quoted cell may hold line ends, so it may take several lines of the file.</summary>
internal sealed record CsvLine(int Number, IReadOnlyList<string> Cells) {
    /// <summary>Spreadsheets leave lines of commas behind.</summary>
    public bool IsEmpty => Cells.All(c => string.IsNullOrWhiteSpace(c));
}

/// <summary>CSV as spreadsheets write and read it: commas, quotes doubled inside quotes, lines end with CR LF or LF.</summary>
internal sealed class CsvText(string text) {
    private int _at;
    private int _number = 1;

    /// <summary>True when the line after the last one has quotes that do not close, text behind them, or values without end.</summary>
    public bool Broken { get; private set; }

    /// <summary>Number of the line that is read next.</summary>
    public int Number => _number;

    /// <summary>The next line; null at the end, and when it is <see cref="Broken"/>.</summary>
    public CsvLine? Next() {
        if (Broken || _at >= text.Length) return null;
        var cells = new List<string>();
        do {
            var cell = _at < text.Length && text[_at] == '"' ? Quoted() : Plain();
            Broken = cell is null || cells.Count == BundleReader.MaxValues;
            if (Broken) return null;
            cells.Add(cell!);
        } while (Skip(','));
        var line = new CsvLine(_number, cells);
        _number += 1 + cells.Sum(c => c.Count(x => x == '\n'));
        Skip('\r');
        Skip('\n');
        return line;
    }

    /// <summary>A cell that <see cref="Next"/> takes for the same text.</summary>
    public static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private string Plain() {
        var from = _at;
        while (!AtCellEnd) _at++;
        return text[from.._at];
    }

    private string? Quoted() {
        var cell = new StringBuilder();
        for (_at++; _at < text.Length; _at++) {
            if (text[_at] != '"') cell.Append(text[_at]);
            else if (_at + 1 < text.Length && text[_at + 1] == '"') cell.Append(text[_at++]);
            else {
                _at++;
                return AtCellEnd ? cell.ToString() : null;
            }
        }
        return null;
    }

    private bool AtCellEnd => _at == text.Length || text[_at] is ',' or '\n' || (text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n');

    private bool Skip(char c) {
        var there = _at < text.Length && text[_at] == c;
        if (there) _at++;
        return there;
    }
}
