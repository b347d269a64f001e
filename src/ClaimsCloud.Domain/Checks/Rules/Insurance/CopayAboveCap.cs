namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B12c: 公費の負担額が残りの上限を超える。</summary>
internal sealed class CopayAboveCap() : ClaimCheck(new Rule("B12c", Severity.LikelyReturn,
    "公費の一部負担金額が上限を超えています",
    "自己負担上限額のある公費では、上限額管理票の残りの額までが利用者の負担です。",
    "管理票の残りの額を確かめ、一部負担金額を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.8、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.10", "2024-06",
    "#受給者証 54139993 20240101 20241231 1000\nRE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,500,\nKA,20240603,2,510000110,,5550,03,01,01",
    "#受給者証 54139993 20240101 20241231 300\nRE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,500,\nKA,20240603,2,510000110,,5550,03,01,01") { Needs = CheckNeeds.RecipientCards }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        for (var i = 0; i < Math.Min(claim.Publics.Count, 4); i++)
            if (claim.Publics[i].Number(7) is { } copay && Cards.Of(claim, i) is { Count: > 0 } cards && cards.All(c => c.RemainingYen is { } rest && copay > rest))
                findings.Add(Rule, claim.Publics[i], "CopayYen", $"一部負担金額{copay:N0}円が、管理票の残りの額を超えています。");
    }
}
