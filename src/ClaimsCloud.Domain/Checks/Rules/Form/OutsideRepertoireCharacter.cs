using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F08a: 記録できない文字。</summary>
internal sealed class OutsideRepertoireCharacter() : CharacterCheck(new Rule("F08a", Severity.Query,
    "レセプトに記録できない文字です",
    "使える文字はJIS X 0201とJIS X 0208-1983（第1・第2水準）だけです。「髙」「﨑」「①」「凜」などは審査支払機関で「？」に置き換わります。",
    "記録できる文字に置き換えてください。氏名は元の表記も控えておきます。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 エ", "2024-06",
    "RE,1,6112,202406,高橋　花子,,2,19600105,,,,,,,",
    "RE,1,6112,202406,髙橋　花子,,2,19600105,,,,,,,")) {
    public override void Inspect(in RecordView line, Findings findings) {
        if (line.Record.IsEndMark) return;
        var (record, layout) = (line.Record, line.Layout);
        var bytes = record.Bytes;
        for (var from = 0; from < bytes.Length;) {
            var at = ClaimText.IndexOutside(bytes[from..]);
            if (at < 0) return;
            at += from;
            var paired = at + 1 < bytes.Length && ClaimText.IsLead(bytes[at]) && bytes[at + 1] is >= 0x40 and not 0x7F and <= 0xFC;
            from = at + (paired ? 2 : 1);
            if (bytes[at] is < 0x20 or 0x7F) continue;
            findings.Add(Rule, new Place(findings.Claim, layout?.Id, record.Line, record.Offset + at, FieldAt(record, layout, at)), Message(bytes[at..from]));
        }
    }

    private static string? FieldAt(in Record record, RecordLayout? layout, int at) {
        if (layout is null) return null;
        var position = 1 + record.Bytes[..at].Count((byte)',');
        return position <= layout.Fields.Count ? layout.Fields[position - 1].Japanese : null;
    }

    private static string Message(ReadOnlySpan<byte> bytes) {
        var code = Convert.ToHexString(bytes);
        if (bytes.Length != 2 || OutsideRepertoire.CharacterOf(bytes[0], bytes[1]) is not { } character)
            return $"文字コード{code}はシフトJISの第1・第2水準にありません。";
        return OutsideRepertoire.SubstituteFor(character) is { } substitute
            ? $"「{character}」（{code}）は記録できません。「{substitute}」などに置き換えます。"
            : $"「{character}」（{code}）は記録できません。";
    }
}
