using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F03c: 項目が長すぎる。</summary>
internal sealed class MaxBytes() : FieldCheck(new Rule("F03c", Severity.ClaimRefused,
    "項目が長すぎます",
    "項目ごとに最大バイト数が決まっています。全角1文字は2バイトです。",
    "文字数を減らしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 ウ （ウ）", "2024-06",
    "TZ,03,830000001,コメント",
    "TZ,03,8300000011,")) {
    public override bool AppliesTo(FieldLayout field) => !field.Fixed;

    public override void Inspect(in FieldView field, Findings findings) {
        if (field.Bytes.Length > field.Layout.MaxBytes)
            findings.Add(Rule, field, $"「{field.Layout.Japanese}」は{field.Layout.MaxBytes}バイトまでですが、{field.Bytes.Length}バイトあります。", field.Layout.MaxBytes);
    }
}
