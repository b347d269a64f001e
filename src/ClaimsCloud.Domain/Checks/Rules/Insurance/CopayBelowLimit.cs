namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B06h: 一部負担金額が高額療養費の限度額より少ない。</summary>
internal sealed class CopayBelowLimit() : ClaimCheck(new Rule("B06h", Severity.Query,
    "一部負担金額が高額療養費の限度額より少ない額です",
    "公費がなく、高額療養費を現物給付したときの一部負担金額は、ふつう限度額と同じです。",
    "所得区分・多数回該当・限度額を確かめてください。",
    "健康保険法施行令第42条・高齢者の医療の確保に関する法律施行令第15条", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,28,,,\nHO,06132013,,12345678,1,300000,,,80430,,,\nMF,01,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,28,,,\nHO,06132013,,12345678,1,300000,,,44400,,,\nMF,01,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Publics.Count > 0 || HighCost.LimitOf(claim) is not { } limit || claim.Insurer is not { } insurer || insurer.Number(9) is not { } copay || !insurer.Field(10).IsEmpty) return;
        if (limit.NotChecked is { } why) findings.NotChecked(Rule, why);
        else if (copay < limit.Yen) findings.Add(Rule, insurer, "CopayYen", $"一部負担金額{copay:N0}円が、限度額{limit.Yen:N0}円より少ない額です。");
    }
}
