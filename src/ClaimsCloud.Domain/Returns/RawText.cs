using System.Text;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns;

/// <summary>A file that nobody understood yet, as lines for a person to look at. Nothing is read from them.</summary>
public static class RawText {
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="most">So many lines are shown at most.</param>
    /// <returns>Lines in Shift_JIS or UTF-8, whichever the bytes are; what is neither becomes U+FFFD. Empty for bytes that are no text, such as a PDF.</returns>
    public static IReadOnlyList<string> Lines(ReadOnlySpan<byte> bytes, int most) {
        if (bytes.StartsWith("%PDF"u8) || bytes.ContainsAnyInRange<byte>(0, 8)) return [];
        var lines = new List<string>();
        var utf8 = IsUtf8(bytes);
        while (bytes.Length > 0 && lines.Count < most) {
            var end = bytes.IndexOf((byte)'\n');
            var line = (end < 0 ? bytes : bytes[..end]).TrimEnd("\r\u001A"u8);
            lines.Add(utf8 ? Encoding.UTF8.GetString(line).TrimStart('\uFEFF') : ClaimText.Decode(line));
            bytes = end < 0 ? [] : bytes[(end + 1)..];
        }
        return lines;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) {
        try {
            return Utf8.GetCharCount(bytes) < bytes.Length;
        } catch (DecoderFallbackException) {
            return false;
        }
    }
}
