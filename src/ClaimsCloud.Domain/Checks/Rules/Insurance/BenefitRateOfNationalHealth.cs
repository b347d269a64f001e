namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B01g: 給付割合の有無。</summary>
internal sealed class BenefitRateOfNationalHealth() : ClaimCheck(new Rule("B01g", Severity.LikelyReturn,
    "給付割合の記録が正しくありません",
    "給付割合は国民健康保険のときだけ百分率で記録し、ほかの保険では省略します。",
    "国民健康保険なら70などの給付割合を記録し、ほかの保険なら空にしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.5、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.4", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,70,,,,\nHO,  279893,さ１２,３４５６７,1,5550,,,,,,",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,  279893,さ１２,３４５６７,1,5550,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is not { } insurer || InsurerKinds.Of(insurer) is not (not InsurerKind.Unknown and var kind)) return;
        var recorded = !claim.Common.Record.Field(11).IsEmpty;
        if (kind == InsurerKind.NationalHealth && !recorded) findings.Add(Rule, claim.Common.Record, "BenefitRate", "国民健康保険ですが、給付割合がありません。");
        if (kind != InsurerKind.NationalHealth && recorded) findings.Add(Rule, claim.Common.Record, "BenefitRate", "国民健康保険ではないのに、給付割合があります。");
    }
}
