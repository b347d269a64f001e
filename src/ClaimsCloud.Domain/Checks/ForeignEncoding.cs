using System.Text.Unicode;

namespace ClaimsCloud.Domain.Checks;

/// <summary>Recognises files that were saved in another encoding than Shift_JIS.</summary>
internal static class ForeignEncoding {
    /// <summary>Pairs of EUC-JP that must stand in a text before we dare to name it.</summary>
    private const int EnoughPairs = 4;

    /// <returns>The encoding's name and the first byte that gives it away, or null.</returns>
    public static (string Name, int At)? Guess(ReadOnlySpan<byte> bytes) {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return ("UTF-8（BOM付き）", 0);
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF])) return ("UTF-16", 0);
        var high = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (high < 0) return null;
        if (Utf8.IsValid(bytes)) return ("UTF-8", high);
        return IsEuc(bytes[high..]) ? ("EUC-JP", high) : null;
    }

    /// <summary>Kana and kanji of EUC-JP are pairs of A1–FE; hiragana in Shift_JIS begin with 82 and cannot be taken for them.</summary>
    private static bool IsEuc(ReadOnlySpan<byte> bytes) {
        var pairs = 0;
        for (var i = 0; i < bytes.Length; i++) {
            if (bytes[i] < 0x80) continue;
            if (bytes[i] is < 0xA1 or > 0xF4 || i + 1 >= bytes.Length || bytes[i + 1] is < 0xA1 or > 0xFE) return false;
            pairs++;
            i++;
        }
        return pairs >= EnoughPairs;
    }
}
