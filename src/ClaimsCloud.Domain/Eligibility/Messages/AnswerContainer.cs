using System.IO.Compression;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>
/// The XML in a bulk answer that came as ZIP: the one named like the answer, else the first XML. An encrypted one and one that would unpack beyond the limit are
/// refused.
/// </summary>
internal static class AnswerContainer {
    private const string AskAgain = "もう一度照会してください。同じことが続くときは、ファイルを添えて保守窓口へ連絡してください。";

    /// <returns>Null when a finding says why there is nothing to read.</returns>
    public static byte[]? Unpack(ReadOnlySpan<byte> zip, string answerPrefix, int limit, OqsFindings findings) {
        try {
            using var archive = new ZipArchive(new MemoryStream(zip.ToArray(), writable: false), ZipArchiveMode.Read);
            var files = archive.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).ToList();
            var entry = files.FirstOrDefault(e => e.Name.StartsWith(answerPrefix, StringComparison.Ordinal)) ?? files.FirstOrDefault();
            if (entry is null) findings.Refuse("EQ0010", "ZIPの中にXMLファイルがありません。", AskAgain);
            else if (entry.IsEncrypted) findings.Refuse("EQ0002", "ZIPが暗号化されています。連携アプリケーションの暗号化（encrypt.conf）が有効のようです。",
                "資格確認端末のencrypt.confで、このファイルの暗号化をn（しない）にするよう設定した事業者に頼んでください。", null, 0);
            else return Unpack(entry, limit, findings);
        } catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or OverflowException or ArgumentException) {
            findings.Refuse("EQ0009", "ZIPとして読めません。途中で切れているか、壊れています。", AskAgain);
        }
        return null;
    }

    /// <remarks>The size in the entry's own header is the sender's word only: what really comes out is counted.</remarks>
    private static byte[]? Unpack(ZipArchiveEntry entry, int limit, OqsFindings findings) {
        using var from = entry.Open();
        var into = new MemoryStream();
        var part = new byte[1 << 16];
        for (int read; (read = from.Read(part)) > 0;) {
            into.Write(part, 0, read);
            if (into.Length <= limit) continue;
            findings.Refuse("EQ0011", $"ファイルが大きすぎます（{limit >> 20}MBまで）。", "一度に照会する人数を減らしてください。");
            return null;
        }
        return into.ToArray();
    }
}
