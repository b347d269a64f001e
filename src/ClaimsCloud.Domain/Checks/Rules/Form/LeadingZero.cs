using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F03f: 先頭に余分な0がある。</summary>
internal sealed class LeadingZero() : FieldCheck(new Rule("F03f", Severity.LikelyReturn,
    "数字の先頭に余分な0があります",
    "可変長の数字の項目は、上位桁の0を除いて記録します。給付割合と減額割合は手引きの例にも0が付くため、指摘しません。",
    "先頭の0を取り除いてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 ウ （ウ）", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510000110,,05550,03,01,01")) {
    public override bool AppliesTo(FieldLayout field) => !field.Fixed && field.Mode == FieldMode.Numeric && field.Content is FieldContent.Number or FieldContent.Yen or FieldContent.Days or FieldContent.Minutes
        && field.English is not ("BenefitRate" or "ReductionRate");

    public override void Inspect(in FieldView field, Findings findings) {
        if (field.Bytes is [(byte)'0', _, ..] && field.Shape == FieldShape.Digit)
            findings.Add(Rule, field, $"「{field.Layout.Japanese}」の先頭に余分な0があります（{field.Shown}）。");
    }
}
