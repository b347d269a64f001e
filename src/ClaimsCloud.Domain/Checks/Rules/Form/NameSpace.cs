using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F08c: 氏名のスペースが正しくない。</summary>
internal sealed class NameSpace() : FieldCheck(new Rule("F08c", Severity.Query,
    "氏名のスペースが正しくありません",
    "姓と名の間に1文字分のスペースを記録します。漢字の氏名は全角、英数の氏名は半角のスペースです。",
    "姓と名の間にスペースを1つ入れてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.5、p.12", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,",
    "RE,1,6112,202406,看護花子,,2,19600105,,,,,,,")) {
    public override bool AppliesTo(FieldLayout field) => field.Content == FieldContent.Name;

    public override void Inspect(in FieldView field, Findings findings) {
        if (!ClaimText.TryDecode(field.Bytes, out var name)) return;
        var spaces = name.Count(c => c is ' ' or '\u3000');
        if (spaces == 0) findings.Add(Rule, field, $"「{field.Layout.Japanese}」の姓と名の間にスペースがありません。");
        else if (name[0] is ' ' or '\u3000') findings.Add(Rule, field, $"「{field.Layout.Japanese}」がスペースで始まっています。");
        else if (name.Contains("\u3000\u3000", StringComparison.Ordinal) || name.Contains("  ", StringComparison.Ordinal)) findings.Add(Rule, field, $"「{field.Layout.Japanese}」のスペースが続いています。1文字分にします。");
    }
}
