namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B06e: 公費の一部負担金額が合計金額を超える。</summary>
internal sealed class PublicCopayAboveTotal() : ClaimCheck(new Rule("B06e", Severity.LikelyReturn,
    "公費の一部負担金額が合計金額を超えています",
    "利用者の負担額は、その公費の合計金額までです。",
    "一部負担金額を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.8", "2024-06",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,1110,\nKA,20240603,2,510000110,,5550,03,01,01",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,11100,\nKA,20240603,2,510000110,,5550,03,01,01")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Publics)
            if (record.Number(7) is { } copay && record.Number(6) is { } total && copay > total) findings.Add(Rule, record, "CopayYen", $"一部負担金額{copay:N0}円が合計金額{total:N0}円を超えています。");
    }
}
