using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F07a: 別表にないコード。</summary>
internal sealed class UnknownCode() : FieldCheck(new Rule("F07a", Severity.ClaimRefused,
    "別表にないコードです",
    "コードは記録条件仕様の別表にあるものだけを記録します。",
    "正しいコードに直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 別表1〜28", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,",
    "RE,1,6112,202406,看護　花子,,3,19600105,,,,,,,")) {
    private readonly ClaimSpec _spec = ClaimSpec.Release202406;

    public override bool AppliesTo(FieldLayout field) => field is { CodeTable: not null, Content: FieldContent.Code };

    public override void Inspect(in FieldView field, Findings findings) {
        var table = _spec.Table(field.Layout.CodeTable!);
        if (table.Find(field.Bytes) is null) findings.Add(Rule, field, $"「{field.Layout.Japanese}」の{field.Shown}は別表{int.Parse(table.Number)}（{table.Japanese}）にありません。");
    }
}
