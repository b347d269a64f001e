namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B06a: 一部負担金額を記録する理由がない。</summary>
internal sealed class CopayWithoutReason() : ClaimCheck(new Rule("B06a", Severity.Query,
    "一部負担金額の記録が要らないはずです",
    "保険者の一部負担金額は、高額療養費を現物給付したときや減免があるときに記録します。通常の3割などは記録しません。",
    "高額療養費の現物給付なら窓口負担額区分（MF）を01か02にし、そうでなければ一部負担金額を空にしてください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.8", "2024-06",
    "HO,06132013,,12345678,1,5550,,,,,,\nMF,00,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "HO,06132013,,12345678,1,5550,,,1670,,,\nMF,00,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is { } insurer && !insurer.Field(9).IsEmpty && insurer.Field(10).IsEmpty && HighCostMarks.Of(claim) == HighCostMark.None)
            findings.Add(Rule, insurer, "CopayYen", "高額療養費の現物給付も減免もないのに、一部負担金額があります。");
    }
}
