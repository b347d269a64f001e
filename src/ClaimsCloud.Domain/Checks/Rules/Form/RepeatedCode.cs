using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F07c: 同じコードが重なっている。</summary>
internal sealed class RepeatedCode() : FieldCheck(new Rule("F07c", Severity.LikelyReturn,
    "同じコードが重なっています",
    "疾病等・利用者情報・未確認区分などのコードは、同じものを重ねて記録しません。",
    "重なったコードを1つにしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.11、p.13、p.15", "2024-06",
    "JS,安定している。,01,001,,",
    "JS,安定している。,01,001001,,")) {
    public override bool AppliesTo(FieldLayout field) => field is { Content: FieldContent.CodeList, CodeWidth: > 0 } && field.Record is "GI" or "JS" or "RJ";

    public override void Inspect(in FieldView field, Findings findings) {
        // Every code is held against every other: what is too long for the field is for MaxBytes to say.
        if (field.Bytes.Length > field.Layout.MaxBytes) return;
        var width = field.Layout.CodeWidth;
        for (var at = width; at + width <= field.Bytes.Length; at += width)
            for (var before = 0; before < at; before += width)
                if (field.Bytes.Slice(before, width).SequenceEqual(field.Bytes.Slice(at, width))) {
                    findings.Add(Rule, field, $"「{field.Layout.Japanese}」に{ClaimText.Decode(field.Bytes.Slice(at, width))}が重なっています。", at);
                    return;
                }
    }
}
