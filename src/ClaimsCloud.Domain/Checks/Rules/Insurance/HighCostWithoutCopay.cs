namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B06b: 高額療養費の現物給付なのに一部負担金額がない。</summary>
internal sealed class HighCostWithoutCopay() : ClaimCheck(new Rule("B06b", Severity.LikelyReturn,
    "一部負担金額がありません",
    "窓口負担額区分（MF）が01・02（高額療養費の現物給付あり）のときは、保険者の一部負担金額を記録します。",
    "一部負担金額を記録するか、窓口負担額区分を00に直してください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.8、p.16", "2024-06",
    "HO,06132013,,12345678,1,5550,,,1670,,,\nMF,01,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "HO,06132013,,12345678,1,5550,,,,,,\nMF,01,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is { } insurer && insurer.Field(9).IsEmpty && HighCostMarks.Of(claim) >= HighCostMark.InKind)
            findings.Add(Rule, insurer, "CopayYen", "高額療養費の現物給付ありですが、一部負担金額がありません。");
    }
}
