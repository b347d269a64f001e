using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Fees.Master;

/// <summary>
/// Cuts a table into lines and cells: comma separated, quoted, no header, LF or CR LF, perhaps an end mark 1A. Quotes and commas can be found in the
/// bytes because no second byte of Shift_JIS is 22 or 2C.
/// </summary>
internal static class MasterLines {
    public static List<(int Line, ReadOnlyMemory<byte>[] Cells)> Cut(MasterFile file, List<Finding> findings) {
        var lines = new List<(int, ReadOnlyMemory<byte>[])>();
        var rest = file.Content;
        for (var number = 1; rest.Length > 0 && rest.Span[0] != 0x1A; number++) {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Length > 0 && line.Span[^1] == (byte)'\r') line = line[..^1];
            if (line.Length == 0) continue;
            if (Cells(line) is { } cells) lines.Add((number, cells));
            else findings.Add(MasterFindings.QuoteOpen(file.Name, number));
        }
        return lines;
    }

    /// <summary>Null when a quote is not closed, or something stands behind one that is.</summary>
    private static ReadOnlyMemory<byte>[]? Cells(ReadOnlyMemory<byte> line) {
        var cells = new List<ReadOnlyMemory<byte>>();
        while (true) {
            var quoted = line.Length > 0 && line.Span[0] == (byte)'"';
            if (quoted) line = line[1..];
            var end = line.Span.IndexOf(quoted ? (byte)'"' : (byte)',');
            if (end < 0 && quoted) return null;
            cells.Add(end < 0 ? line : line[..end]);
            line = end < 0 ? default : line[(end + (quoted ? 1 : 0))..];
            if (line.Length == 0) return [.. cells];
            if (line.Span[0] != (byte)',') return null;
            line = line[1..];
            if (line.Length == 0) cells.Add(default);
            if (line.Length == 0) return [.. cells];
        }
    }
}
