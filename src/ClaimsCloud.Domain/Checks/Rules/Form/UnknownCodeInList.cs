using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F07b: 並べたコードに誤りがある。</summary>
internal sealed class UnknownCodeInList() : FieldCheck(new Rule("F07b", Severity.ClaimRefused,
    "並べたコードに誤りがあります",
    "いくつも記録できるコードは、決まった桁数のまま続けて記録します。",
    "コードを1つずつ確かめて直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.5、p.13、p.15、p.17、別表6・11・13・14・17・20", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510000110,,5550,039,01,01")) {
    private readonly ClaimSpec _spec = ClaimSpec.Release202406;

    public override bool AppliesTo(FieldLayout field) => field is { Content: FieldContent.CodeList, CodeWidth: > 0 };

    public override void Inspect(in FieldView field, Findings findings) {
        var width = field.Layout.CodeWidth;
        if (field.Bytes.Length % width != 0) {
            findings.Add(Rule, field, $"「{field.Layout.Japanese}」は{width}桁のコードを並べて記録しますが、{field.Bytes.Length}桁です。");
            return;
        }
        if (field.Layout.CodeTable is not { } number) return;
        for (var at = 0; at < field.Bytes.Length; at += width)
            if (_spec.Table(number).Find(field.Bytes.Slice(at, width)) is null)
                findings.Add(Rule, field, $"「{field.Layout.Japanese}」の{ClaimText.Decode(field.Bytes.Slice(at, width))}は別表{int.Parse(number)}にありません。", at);
    }
}
