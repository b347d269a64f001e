namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B12a: 受給者証の期間の外の訪問。</summary>
internal sealed class CardCoversVisits() : ClaimCheck(new Rule("B12a", Severity.LikelyReturn,
    "受給者証の有効期間の外の訪問があります",
    "公費は、受給者証の有効期間の中の訪問だけを負担します。",
    "受給者証の更新を確かめ、期間の外の日は公費を除いてください。",
    "難病の患者に対する医療等に関する法律第7条、障害者総合支援法第54条ほか", "2024-06",
    "#受給者証 54139993 20240101 20241231 1000\nRE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,500,\nKA,20240603,2,510000110,,5550,03,01,01",
    "#受給者証 54139993 20240610 20241231 1000\nRE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,500,\nKA,20240603,2,510000110,,5550,03,01,01") { Needs = CheckNeeds.RecipientCards }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        for (var i = 0; i < Math.Min(claim.Publics.Count, 4); i++) {
            if (Cards.Of(claim, i) is not { Count: > 0 } cards) continue;
            foreach (ref readonly var line in claim.Lines)
                if ((line.Payers & 2 << i) != 0 && line.Day is { } day && !cards.Any(c => c.From <= day && day <= c.To))
                    findings.Add(Rule, line.Record, "ServiceDate", $"{day:M月d日}は、第{i + 1}公費の受給者証の有効期間の外です。");
        }
    }
}
