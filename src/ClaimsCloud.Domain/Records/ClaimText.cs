using System.Runtime.CompilerServices;

namespace ClaimsCloud.Domain.Records;

/// <summary>
/// The characters a claim file may hold: JIS X 0201 and JIS X 0208-1983 in Shift_JIS (記録条件仕様 p. 3, エ). Every character has one byte form and every
/// byte form one character, so decoding and encoding are each other's inverse. Control characters are not text.
/// </summary>
public static class ClaimText {
    private const char None = '\0';
    private static readonly char[] Characters = new char[0x10000];
    private static readonly ushort[] Codes = new ushort[0x10000];

    static ClaimText() {
        for (var b = 0x20; b <= 0x7E; b++) Add(b, b switch { 0x5C => '¥', 0x7E => '\u203E', _ => (char)b });
        for (var b = 0xA1; b <= 0xDF; b++) Add(b, (char)(0xFF61 + b - 0xA1));
        foreach (var row in DataFile.Rows("characters/jisx0208-1983.csv")) {
            var cells = row["cells"];
            for (var i = 0; i < cells.Length; i++)
                if (cells[i] != '.') Add(ShiftJis(row.Number("row"), i + 1), cells[i]);
        }
    }

    /// <summary>Decodes bytes of the repertoire. False when a byte or a pair is outside it; <paramref name="text"/> is then empty.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out string text) {
        Span<char> into = bytes.Length <= 512 ? stackalloc char[bytes.Length] : new char[bytes.Length];
        var (length, outside) = Decode(bytes, into, None);
        text = outside < 0 ? new string(into[..length]) : "";
        return outside < 0;
    }

    /// <summary>Decodes for display only: what is outside the repertoire becomes U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) {
        Span<char> into = bytes.Length <= 512 ? stackalloc char[bytes.Length] : new char[bytes.Length];
        return new string(into[..Decode(bytes, into, '\uFFFD').Length]);
    }

    /// <summary>Position of the first byte that does not belong to the repertoire, or -1.</summary>
    public static int IndexOutside(ReadOnlySpan<byte> bytes) {
        for (var i = 0; i < bytes.Length;) {
            var size = SizeAt(bytes, i);
            if (Characters[CodeAt(bytes, i, size)] == None) return i;
            i += size;
        }
        return -1;
    }

    /// <summary>Encodes text. False when a character is outside the repertoire or the room is too small; nothing is ever replaced.</summary>
    public static bool TryEncode(ReadOnlySpan<char> text, Span<byte> into, out int written) {
        written = 0;
        foreach (var c in text) {
            var code = Codes[c];
            if (code == 0 || written + (code > 0xFF ? 2 : 1) > into.Length) return false;
            if (code > 0xFF) into[written++] = (byte)(code >> 8);
            into[written++] = (byte)(code & 0xFF);
        }
        return true;
    }

    /// <exception cref="ArgumentException">A character is outside the repertoire; the message names its code point.</exception>
    public static byte[] Encode(string text) {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = new byte[text.Length * 2];
        if (TryEncode(text, bytes, out var written)) return bytes[..written];
        var outside = text.First(c => !Contains(c));
        throw new ArgumentException($"U+{(int)outside:X4} is outside JIS X 0201 and JIS X 0208-1983", nameof(text));
    }

    public static bool Contains(char c) => Codes[c] != 0;

    /// <summary>True for the first byte of a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsLead(byte b) => b is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC);

    private static (int Length, int Outside) Decode(ReadOnlySpan<byte> bytes, Span<char> into, char replacement) {
        var length = 0;
        var outside = -1;
        for (var i = 0; i < bytes.Length;) {
            var size = SizeAt(bytes, i);
            var c = Characters[CodeAt(bytes, i, size)];
            if (c == None) {
                outside = i;
                if (replacement == None) return (length, outside);
                c = replacement;
            }
            into[length++] = c;
            i += size;
        }
        return (length, outside);
    }

    /// <remarks>A lead byte takes its neighbour only when that can be a trail byte: a cut character never swallows a comma or a line end.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SizeAt(ReadOnlySpan<byte> bytes, int i) =>
        IsLead(bytes[i]) && i + 1 < bytes.Length && bytes[i + 1] is (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFC) ? 2 : 1;

    private static int CodeAt(ReadOnlySpan<byte> bytes, int i, int size) => size == 2 ? (bytes[i] << 8) | bytes[i + 1] : bytes[i];

    private static int ShiftJis(int row, int cell) {
        var lead = ((row - 1) / 2) + (row <= 62 ? 0x81 : 0xC1);
        var trail = row % 2 == 0 ? cell + 0x9E : cell + 0x3F + (cell >= 64 ? 1 : 0);
        return (lead << 8) | trail;
    }

    private static void Add(int code, char c) {
        Characters[code] = c;
        Codes[c] = (ushort)code;
    }
}
