using System.Text;
using System.Text.Unicode;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>Text of a CSV file in UTF-8, with or without a byte order mark, or in Shift_JIS as Japanese Windows writes it.</summary>
internal static class CsvEncoding {
    /// <summary>UTF-8 with the mark by which spreadsheets recognise it.</summary>
    public static readonly UTF8Encoding Written = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>The text, or the number of the first line that is neither.</summary>
    public static (string? Text, int BadLine) Decode(ReadOnlySpan<byte> bytes) {
        if (bytes.StartsWith(Written.Preamble)) bytes = bytes[Written.Preamble.Length..];
        if (Utf8.IsValid(bytes)) return (Encoding.UTF8.GetString(bytes), 0);
        var text = new StringBuilder(bytes.Length);
        while (bytes.Length > 0) {
            var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            if (end != 0 && !Append(end < 0 ? bytes : bytes[..end], text)) return (null, 1 + text.ToString().Count(c => c == '\n'));
            if (end < 0) break;
            text.Append((char)bytes[end]);
            bytes = bytes[(end + 1)..];
        }
        return (text.ToString(), 0);
    }

    /// <summary>
    /// Characters of Windows outside the repertoire are read as what they show, and pairs without a character (外字) as U+FFFD: the check of each value then names
    /// them, and the rest of the file can be used.
    /// </summary>
    private static bool Append(ReadOnlySpan<byte> line, StringBuilder text) {
        while (line.Length > 0) {
            var outside = ClaimText.IndexOutside(line);
            if (!ClaimText.TryDecode(outside < 0 ? line : line[..outside], out var inside)) return false;
            text.Append(inside);
            if (outside < 0) return true;
            if (outside + 1 >= line.Length || !ClaimText.IsLead(line[outside]) || line[outside + 1] < 0x40) return false;
            text.Append(OutsideRepertoire.CharacterOf(line[outside], line[outside + 1]) ?? "\uFFFD");
            line = line[(outside + 2)..];
        }
        return true;
    }
}
