using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F08d: フリガナに使えない文字がある。</summary>
internal sealed class KatakanaName() : FieldCheck(new Rule("F08d", Severity.Query,
    "カタカナの氏名に使えない文字です",
    "フリガナは全角カタカナと長音（ー）だけで、姓と名の間にスペースを入れずに記録します。",
    "全角カタカナに直してください。ダッシュ（―）とマイナス（−）は長音ではありません。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.5、p.6 注2", "2024-06",
    "RE,1,6112,202406,看護　花子,カンゴハナコ,2,19600105,,,,,,,",
    "RE,1,6112,202406,看護　花子,カンゴ　ハナコ,2,19600105,,,,,,,")) {
    public override bool AppliesTo(FieldLayout field) => field.Content == FieldContent.Katakana;

    public override void Inspect(in FieldView field, Findings findings) {
        if (!ClaimText.TryDecode(field.Bytes, out var kana)) return;
        foreach (var c in kana)
            if (c is not ((>= 'ァ' and <= 'ヶ') or 'ー')) {
                findings.Add(Rule, field, $"「{field.Layout.Japanese}」に全角カタカナでない文字「{c}」があります。");
                return;
            }
    }
}
