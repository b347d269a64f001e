using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F07e: このレコードや一次請求では使わないコード。</summary>
internal sealed class MisplacedCode() : FieldCheck(new Rule("F07e", Severity.LikelyReturn,
    "ここでは使わないコードです",
    "別表のコードには、審査支払機関だけが記録するもの（網掛け）や、決まったレコードでしか使わないものがあります。",
    "使えるコードに直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 別表3・16・24・25・26", "2024-06",
    "SN,1,01,,,,01,,",
    "SN,1,05,,,,01,,")) {
    private readonly ClaimSpec _spec = ClaimSpec.Release202406;

    public override bool AppliesTo(FieldLayout field) => field is { CodeTable: not null, Content: FieldContent.Code };

    public override void Inspect(in FieldView field, Findings findings) {
        if (_spec.Table(field.Layout.CodeTable!).Find(field.Bytes) is not { } code) return;
        if (!code.Fits(field.Layout)) findings.Add(Rule, field, $"「{field.Layout.Japanese}」に{field.Shown}（{code.Meaning}）は使えません。");
        else if (!code.ForFirstClaims) findings.Add(Rule, field, $"「{field.Layout.Japanese}」の{field.Shown}（{code.Meaning}）は請求時には使いません。");
    }
}
