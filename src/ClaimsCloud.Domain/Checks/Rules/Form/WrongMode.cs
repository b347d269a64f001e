using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F03e: 使えない種類の文字。</summary>
internal sealed class WrongMode() : FieldCheck(new Rule("F03e", Severity.ClaimRefused,
    "項目に使えない種類の文字です",
    "数字・英数の項目は半角、漢字の項目は全角で記録します。「英数又は漢字」の項目に半角と全角を混ぜて記録しません。",
    "半角・全角を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 ウ （ウ）", "2024-06",
    "CO,830000001,コメント,",
    "CO,830000001,ｺﾒﾝﾄ,")) {
    public override bool AppliesTo(FieldLayout field) => true;

    public override void Inspect(in FieldView field, Findings findings) {
        const FieldShape half = FieldShape.Digit | FieldShape.HalfWidth;
        var wrong = field.Layout.Mode switch {
            FieldMode.Numeric when !field.HasOnly(FieldShape.Digit) => "半角の数字だけで記録します。",
            FieldMode.Alphanumeric when !field.HasOnly(half) => "半角の英数字で記録します。",
            FieldMode.Kanji when !field.HasOnly(FieldShape.FullWidth) => "全角の文字だけで記録します。",
            FieldMode.AlphanumericOrKanji when field.Has(FieldShape.HalfKana) => "半角カタカナは使えません。全角で記録します。",
            FieldMode.AlphanumericOrKanji when field.Has(half) && field.Has(FieldShape.FullWidth) => "半角と全角を混ぜずに記録します。",
            _ => null,
        };
        if (wrong is not null && !field.Has(FieldShape.Control | FieldShape.Outside)) findings.Add(Rule, field, $"「{field.Layout.Japanese}」は{wrong}");
    }
}
