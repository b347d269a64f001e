namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B05b: 公費の合計金額が合わない。</summary>
internal sealed class PublicTotals() : ClaimCheck(new Rule("B05b", Severity.LikelyReturn,
    "公費の合計金額が合いません",
    "合計金額は、負担区分にその保険・公費を含む療養費（KA）の金額の合計です。",
    "療養費の金額か負担区分を確かめて、出力し直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.7、p.8", "2024-06",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5650,,\nKA,20240603,2,510000110,,5550,03,01,01") { PayerCode = "4502" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        for (var i = 0; i < Math.Min(claim.Publics.Count, 4); i++)
            if (claim.Publics[i].Number(6) is { } recorded && claim.YenOf(i + 1) is { } sum && sum != recorded)
                findings.Add(Rule, claim.Publics[i], "TotalYen", $"合計金額は{recorded:N0}円ですが、第{i + 1}公費が負担する療養費の合計は{sum:N0}円です。");
    }
}
