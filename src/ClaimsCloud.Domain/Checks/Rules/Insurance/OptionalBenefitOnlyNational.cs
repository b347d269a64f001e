namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B03g: 任意給付区分の記録。</summary>
internal sealed class OptionalBenefitOnlyNational() : ClaimCheck(new Rule("B03g", Severity.LikelyReturn,
    "任意給付区分の記録が正しくありません",
    "任意給付区分は、国民健康保険で公費負担者に任意給付があるときだけ1を記録します。",
    "任意給付区分を空にするか、保険を確かめてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.8", "2024-06",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,1,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Publics) {
            if (record.Field(4).IsEmpty) continue;
            if (!record.Field(4).SequenceEqual("1"u8)) findings.Add(Rule, record, "OptionalBenefit", "任意給付区分に記録できるのは1だけです。");
            else if (claim.Insurer is not { } insurer || InsurerKinds.Of(insurer) is not (InsurerKind.NationalHealth or InsurerKind.Unknown))
                findings.Add(Rule, record, "OptionalBenefit", "国民健康保険ではないのに、任意給付区分があります。");
        }
    }
}
