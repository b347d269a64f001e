namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B02f: 後期高齢者の年齢ではない。</summary>
internal sealed class TooYoungForLateSenior() : ClaimCheck(new Rule("B02f", Severity.LikelyReturn,
    "後期高齢者医療の年齢ではありません",
    "後期高齢者医療は75歳から、障害の認定を受けた方は65歳からです。",
    "生年月日と保険を確かめてください。",
    "健康保険法・国民健康保険法・高齢者の医療の確保に関する法律の年齢、記録条件仕様（訪問看護用）令和6年6月版 別表4", "2024-06",
    "RE,1,6318,202406,看護　花子,,2,19400105,,,,,,,\nHO,39279997,,00112233,1,5550,,,,,,",
    "RE,1,6318,202406,看護　花子,,2,19700105,,,,,,,\nHO,39279997,,00112233,1,5550,,,,,,") { PayerCode = "3143" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim is { TypeSystem: 63, BirthDate: { } birth, Month: { } month } && Ages.On(birth, month.LastDay) < 65)
            findings.Add(Rule, claim.Common.Record, "BirthDate", "65歳になっていませんが、後期高齢者医療の種別です。");
    }
}
