using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>How the text of a message was written.</summary>
public enum OqsEncoding {
    Utf8,
    ShiftJis,
}

/// <summary>Bytes to text, by byte order mark and XML declaration and never by a setting. Where declaration and bytes disagree the file is refused.</summary>
internal static partial class MessageText {
    private const int DeclarationWithin = 200;
    private const string SaveNothing = "ファイルを開いて保存し直さないでください。資格確認端末の出力の設定を確かめて、もう一度照会してください。";

    /// <returns>Null when a finding says why there is no text.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, OqsFindings findings, out OqsEncoding encoding) {
        encoding = OqsEncoding.Utf8;
        if (Unreadable(bytes, findings)) return null;
        var marked = bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]);
        if (marked) bytes = bytes[3..];
        var declared = Declared(bytes);
        if (declared is { Length: > 0 } name && EncodingOf(name) is not { } known) {
            findings.Refuse("EQ0004", "文字コードの宣言がUTF-8でもShift_JISでもありません。", SaveNothing, 1, 0);
            return null;
        }
        encoding = declared.Length == 0 ? OqsEncoding.Utf8 : EncodingOf(declared)!.Value;
        if (marked && encoding == OqsEncoding.ShiftJis) return Disagrees(findings, "Shift_JISと宣言されていますが、UTF-8の印（BOM）があります。", 0);
        return encoding == OqsEncoding.Utf8 ? Utf8Text(bytes, findings) : ShiftJisText(bytes, findings);
    }

    private static bool Unreadable(ReadOnlySpan<byte> bytes, OqsFindings findings) {
        if (bytes.Length == 0) findings.Refuse("EQ0001", "ファイルが空です。", "書き込みの途中かもしれません。しばらく待っても空のときは、もう一度照会してください。");
        else if (bytes.StartsWith("PK"u8)) findings.Refuse("EQ0002", "XMLではなくZIPです。連携アプリケーションの暗号化（encrypt.conf）が有効のようです。",
            "資格確認端末のencrypt.confで、このファイルの暗号化をn（しない）にするよう設定した事業者に頼んでください。", null, 0);
        else if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF])) findings.Refuse("EQ0004", "文字コードがUTF-16です。", SaveNothing, 1, 0);
        else return false;
        return true;
    }

    private static string? Utf8Text(ReadOnlySpan<byte> bytes, OqsFindings findings) {
        var into = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, into, out var at, out var length, replaceInvalidSequences: false);
        return status == OperationStatus.Done ? new string(into, 0, length) : Disagrees(findings, "UTF-8のファイルのはずですが、UTF-8として読めない文字があります。", at);
    }

    /// <remarks>
    /// UTF-8 read as Shift_JIS often gives kanji that mean nothing instead of an error. Half-width kana of Shift_JIS may look like UTF-8 pairs, but three-byte
    /// sequences all through a file do not come about by chance.
    /// </remarks>
    private static string? ShiftJisText(ReadOnlySpan<byte> bytes, OqsFindings findings) {
        var high = bytes.IndexOfAnyInRange((byte)0xE0, (byte)0xEF);
        if (high >= 0 && Utf8.IsValid(bytes)) return Disagrees(findings, "Shift_JISと宣言されていますが、中身はUTF-8です。", high);
        return WindowsShiftJis.TryDecode(bytes, out var text, out var at) ? text : Disagrees(findings, "Shift_JISと宣言されていますが、Shift_JISとして読めない文字があります。", at);
    }

    private static string? Disagrees(OqsFindings findings, string message, int at) {
        findings.Refuse("EQ0003", message, SaveNothing, null, at);
        return null;
    }

    /// <summary>The declared name; empty when nothing is declared.</summary>
    private static string Declared(ReadOnlySpan<byte> bytes) =>
        Declaration().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWithin)])) is { Success: true } match ? match.Groups["name"].Value : "";

    private static OqsEncoding? EncodingOf(string name) => name.ToUpperInvariant() switch {
        "UTF-8" or "UTF8" => OqsEncoding.Utf8,
        "SHIFT_JIS" or "SHIFT-JIS" or "SJIS" or "X-SJIS" or "WINDOWS-31J" or "MS932" or "CP932" => OqsEncoding.ShiftJis,
        _ => null,
    };

    [GeneratedRegex("""^\s*<\?xml\s[^>]{0,150}?encoding\s*=\s*["'](?<name>[A-Za-z0-9._-]{1,40})["']""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
