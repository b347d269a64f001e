namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B12b: 指定医療機関になっていない。</summary>
internal sealed class StationNotNamed() : ClaimCheck(new Rule("B12b", Severity.LikelyReturn,
    "公費の指定を受けていないおそれがあります",
    "難病・小児慢性・自立支援医療などの公費は、指定を受け、受給者証などに記載された訪問看護ステーションだけが請求できます。",
    "指定の届出と受給者証の記載を確かめてください。",
    "難病の患者に対する医療等に関する法律第14条、障害者総合支援法第59条ほか", "2024-06",
    "#受給者証 54139993 20240101 20241231 1000\nRE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,500,\nKA,20240603,2,510000110,,5550,03,01,01",
    "#受給者証 54139993 20240101 20241231 1000 指定なし\nRE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,500,\nKA,20240603,2,510000110,,5550,03,01,01") { Needs = CheckNeeds.RecipientCards }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        for (var i = 0; i < Math.Min(claim.Publics.Count, 4); i++) {
            if (Cards.Of(claim, i) is not { Count: > 0 } cards) continue;
            if (cards.All(c => c.StationNamed is null)) findings.NotChecked(Rule, "受給者証にこの訪問看護ステーションが記載されているかの記録がありません");
            else if (cards.All(c => c.StationNamed == Registration.NotNamed)) findings.Add(Rule, claim.Publics[i], "PayerNumber", $"第{i + 1}公費は、この訪問看護ステーションが指定されていません。");
        }
    }
}
