namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B06g: 一部負担金額が高額療養費の限度額を超える。</summary>
internal sealed class CopayAboveLimit() : ClaimCheck(new Rule("B06g", Severity.LikelyReturn,
    "一部負担金額が高額療養費の限度額を超えています",
    "高額療養費を現物給付したときの一部負担金額は、所得区分の限度額までです。",
    "所得区分と限度額を確かめ、一部負担金額を計算し直してください。",
    "健康保険法施行令第42条・高齢者の医療の確保に関する法律施行令第15条", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,28,,,\nHO,06132013,,12345678,1,300000,,,80430,,,\nMF,01,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,28,,,\nHO,06132013,,12345678,1,300000,,,90000,,,\nMF,01,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (HighCost.LimitOf(claim) is not { } limit || claim.Insurer!.Value.Number(9) is not { } copay) return;
        if (limit.NotChecked is { } why) findings.NotChecked(Rule, why);
        else if (copay > limit.Yen) findings.Add(Rule, claim.Insurer.Value, "CopayYen", $"一部負担金額{copay:N0}円が、限度額{limit.Yen:N0}円を超えています。");
    }
}
