namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B05a: 保険者の合計金額が合わない。</summary>
internal sealed class InsurerTotal() : ClaimCheck(new Rule("B05a", Severity.LikelyReturn,
    "保険者の合計金額が合いません",
    "合計金額は、負担区分にその保険・公費を含む療養費（KA）の金額の合計です。",
    "療養費の金額か負担区分を確かめて、出力し直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.7、p.8", "2024-06",
    "HO,06132013,,12345678,1,5550,,,,,,",
    "HO,06132013,,12345678,1,5650,,,,,,") { PayerCode = "4501" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is { } insurer && insurer.Number(6) is { } recorded && claim.YenOf(0) is { } sum && sum != recorded)
            findings.Add(Rule, insurer, "TotalYen", $"合計金額は{recorded:N0}円ですが、保険が負担する療養費の合計は{sum:N0}円です。");
    }
}
