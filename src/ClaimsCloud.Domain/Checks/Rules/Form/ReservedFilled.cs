using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F06a: 予備に記録がある。</summary>
internal sealed class ReservedFilled() : FieldCheck(new Rule("F06a", Severity.LikelyReturn,
    "予備の項目に記録があります",
    "予備の項目は記録を省略します。",
    "予備の項目を空にしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.5〜17", "2024-06",
    "TJ,01,,,",
    "TJ,01,予備,,")) {
    public override bool AppliesTo(FieldLayout field) => field.Presence == FieldPresence.Never;

    public override void Inspect(in FieldView field, Findings findings) {
        findings.Add(Rule, field, $"「{field.Layout.Japanese}」は記録を省略する項目です。");
    }
}
