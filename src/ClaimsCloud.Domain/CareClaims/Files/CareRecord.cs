using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>レコード種別: what a line is, by its first item.</summary>
public enum CareLineKind { Control, Data, End, Unknown }

/// <summary>
/// One line of a care-insurance file, with its bytes as they came. Positions are those of the layout: for a data line the two items in front (レコード種別,
/// レコード番号) do not count. A value may be wrapped in quotes, and a quote inside is doubled; values come out without them.
/// </summary>
public sealed class CareRecord {
    private readonly byte[] _bytes;
    private readonly List<(int Start, int Length)> _cells = [];
    private readonly int _first;

    internal CareRecord(in Record line, CareFileSpec spec) {
        (_bytes, Line, Offset, Ending, IsEndMark) = (line.Bytes.ToArray(), line.Line, line.Offset, line.Ending, line.IsEndMark);
        Cut();
        Kind = Cell(0) switch { [(byte)'1'] => CareLineKind.Control, [(byte)'2'] => CareLineKind.Data, [(byte)'3'] => CareLineKind.End, _ => CareLineKind.Unknown };
        _first = Kind == CareLineKind.Data ? 2 : 0;
        Layout = Kind switch {
            CareLineKind.Control => spec.Control,
            CareLineKind.End => spec.End,
            CareLineKind.Data => spec.Record(Cell(2), Cell(3)),
            _ => null,
        };
    }

    /// <summary>Line in the file, from 1.</summary>
    public int Line { get; }

    /// <summary>Byte offset in the file, from 0.</summary>
    public long Offset { get; }

    /// <summary>The line without its ending.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    public LineEnding Ending { get; }
    public CareLineKind Kind { get; }

    /// <summary>1A, which some programs put behind the last line.</summary>
    public bool IsEndMark { get; }

    /// <summary>Null for a line that this edition does not know; its bytes are kept all the same.</summary>
    public RecordLayout? Layout { get; }

    /// <summary>True when quotes do not close, or something stands behind the closing one.</summary>
    public bool HasBrokenQuotes { get; private set; }

    /// <summary>レコード番号, or null when it is no number.</summary>
    public int? RecordNumber => Digits.TryInt(Cell(1), out var number) ? number : null;

    /// <summary>Items that positions count.</summary>
    public int FieldCount => Math.Max(0, _cells.Count - _first);

    /// <summary>交換情報識別番号 of a data line; empty else.</summary>
    public ReadOnlySpan<byte> ExchangeId => Kind == CareLineKind.Data ? Cell(2) : default;

    /// <summary>Bytes of a value; empty where the line has no such item. Doubled quotes are still double.</summary>
    /// <param name="position">From 1, as in the layout.</param>
    public ReadOnlySpan<byte> Field(int position) => Cell(_first + position - 1);

    /// <summary>The value under the layout's English name; empty without a layout.</summary>
    public ReadOnlySpan<byte> Field(string english) => Layout?.Field(english) is { } field ? Field(field.Position) : default;

    /// <summary>Byte offset in the file at which a value begins; of the line's end where it has no such item.</summary>
    public long OffsetOf(int position) => Offset + ((uint)(_first + position - 1) < (uint)_cells.Count ? _cells[_first + position - 1].Start : _bytes.Length);

    /// <summary>Text of a value, null when it is empty. Bytes that are no character of code page 932 show as U+FFFD.</summary>
    public string? Text(int position) {
        var bytes = Field(position);
        if (bytes.Length == 0) return null;
        var text = WindowsShiftJis.TryDecode(bytes, out var decoded, out _) ? decoded : ClaimText.Decode(bytes);
        return text.Replace("\"\"", "\"", StringComparison.Ordinal);
    }

    public string? Text(string english) => Layout?.Field(english) is { } field ? Text(field.Position) : null;

    /// <summary>Number of a value, with its sign; null when it is empty or no number of at most 15 digits.</summary>
    public long? Number(string english) {
        var digits = Field(english);
        var negative = digits is [(byte)'-', ..];
        if (negative) digits = digits[1..];
        if (digits.Length is 0 or > 15) return null;
        var value = 0L;
        foreach (var b in digits) {
            if (b is < (byte)'0' or > (byte)'9') return null;
            value = (value * 10) + (b - '0');
        }
        return negative ? -value : value;
    }

    public DateOnly? Date(string english) => Digits.TryDate(Field(english), out var date) ? date : null;

    public ServiceMonth? Month(string english) => ServiceMonth.Parse(Field(english));

    private ReadOnlySpan<byte> Cell(int index) => (uint)index < (uint)_cells.Count ? _bytes.AsSpan(_cells[index].Start, _cells[index].Length) : default;

    private void Cut() {
        for (var at = 0; ; at++) {
            var end = at < _bytes.Length && _bytes[at] == (byte)'"' ? Quoted(at) : Plain(at);
            if (end == _bytes.Length) return;
            at = end;
        }
    }

    private int Plain(int start) {
        var comma = _bytes.AsSpan(start).IndexOf((byte)',');
        var end = comma < 0 ? _bytes.Length : start + comma;
        _cells.Add((start, end - start));
        return end;
    }

    /// <summary>A value with broken quotes is taken as it stands, up to the next comma.</summary>
    private int Quoted(int start) {
        for (var at = start + 1; at < _bytes.Length; at++) {
            if (_bytes[at] != (byte)'"') continue;
            if (at + 1 < _bytes.Length && _bytes[at + 1] == (byte)'"') at++;
            else if (at + 1 == _bytes.Length || _bytes[at + 1] == (byte)',') {
                _cells.Add((start + 1, at - start - 1));
                return at + 1;
            } else break;
        }
        HasBrokenQuotes = true;
        return Plain(start);
    }
}
