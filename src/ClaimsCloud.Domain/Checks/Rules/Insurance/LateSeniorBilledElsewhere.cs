namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B02e: 75歳以上を医保・国保に請求している。</summary>
internal sealed class LateSeniorBilledElsewhere() : ClaimCheck(new Rule("B02e", Severity.LikelyReturn,
    "75歳以上の方の保険が違います",
    "75歳の誕生日からは後期高齢者医療です。",
    "後期高齢者医療の番号と種別（63から始まる種別）で請求してください。",
    "健康保険法・国民健康保険法・高齢者の医療の確保に関する法律の年齢、記録条件仕様（訪問看護用）令和6年6月版 別表4", "2024-06",
    "RE,1,6118,202406,看護　花子,,2,19520105,,,,,,,",
    "RE,1,6118,202406,看護　花子,,2,19400105,,,,,,,") { PayerCode = "3138" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim is { TypeSystem: 61, BirthDate: { } birth, Month: { } month } && Ages.IsLateSenior(birth, month.FirstDay))
            findings.Add(Rule, claim.Common.Record, "ClaimType", $"75歳になっていますが、種別が{claim.TypeCode}です。");
    }
}
