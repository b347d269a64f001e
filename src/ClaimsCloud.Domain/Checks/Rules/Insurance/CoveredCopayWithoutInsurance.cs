namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B06f: 保険のないレセプトに公費給付対象一部負担金がある。</summary>
internal sealed class CoveredCopayWithoutInsurance() : ClaimCheck(new Rule("B06f", Severity.LikelyReturn,
    "公費給付対象一部負担金は記録しません",
    "公費給付対象一部負担金は、医療保険か後期高齢者医療と公費を併用するときだけ記録します。",
    "公費給付対象一部負担金を空にしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.8、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.10", "2024-06",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01",
    "RE,1,6212,202406,看護　花子,,2,19600105,,,,,,,\nKO,12139986,2222222,,1,5550,0,500\nKA,20240603,5,510000110,,5550,03,01,01")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.TypeSystem != 62) return;
        foreach (var record in claim.Publics)
            if (!record.Field(8).IsEmpty) findings.Add(Rule, record, "CoveredCopayYen", "公費単独のレセプトに公費給付対象一部負担金があります。");
    }
}
