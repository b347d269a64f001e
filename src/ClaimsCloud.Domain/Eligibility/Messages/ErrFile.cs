using System.Text.RegularExpressions;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>
/// The <c>.err</c> that stands beside a refused request in <c>res</c>. Its layout is known to nobody we could ask: if it is XML with an error code or message,
/// those are taken; otherwise its beginning is kept for the support desk, digits hidden (they could be a card's number). It may still hold
/// a name: for the screen of the station, never for a log.
/// </summary>
/// <param name="Code">Null when none can be found.</param>
/// <param name="Message">As it came; null when none can be found.</param>
/// <param name="Beginning">At most <see cref="Kept"/> characters of the file, every digit of longer numbers as <c>*</c>.</param>
public sealed partial record ErrFile(string? Code, string? Message, string Beginning, IReadOnlyList<Finding> Findings) {
    public const int Kept = 1000;

    public static ErrFile Read(ReadOnlySpan<byte> bytes) {
        var findings = new OqsFindings();
        if (bytes.Length > OqsLimits.SingleFile) bytes = bytes[..OqsLimits.SingleFile];
        var text = MessageText.Decode(bytes, new OqsFindings(), out _) ?? (WindowsShiftJis.TryDecode(bytes, out var sjis, out _) ? sjis : "");
        // Errors of the .err itself are no findings: that the request was refused is the news, not the form of the note.
        var root = text.Length > 0 ? MessageXml.Parse(text, new OqsFindings()) : null;
        var code = Find(root, "ErrorCode", "ProcessingResultCode");
        var message = Find(root, "ErrorMessage", "ProcessingResultMessage", "MessageContents");
        findings.Add("EQ0110", Severity.Query, null, null, "連携アプリケーションが要求を受け付けませんでした（.err）。", "エラーの内容を見て、要求の内容か端末の設定を直してください。");
        var beginning = LongNumber().Replace(text.Length <= Kept ? text : text[..Kept], m => new string('*', m.Length));
        return new(code, message, beginning, findings.All);
    }

    private static string? Find(MessageElement? element, params ReadOnlySpan<string> names) {
        if (element is null) return null;
        if (names.Contains(element.Name) && element.Text.Length > 0) return element.Text;
        foreach (var child in element.Children)
            if (Find(child, names) is { } found) return found;
        return null;
    }

    [GeneratedRegex("[0-9０-９]{4,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();
}
