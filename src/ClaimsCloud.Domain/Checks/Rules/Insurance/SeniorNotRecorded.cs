namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B02d: 高齢受給者なのに種別が違う。</summary>
internal sealed class SeniorNotRecorded() : ClaimCheck(new Rule("B02d", Severity.LikelyReturn,
    "高齢受給者の種別ではありません",
    "70歳になった月の翌月から74歳までは、種別の4桁目を8（一般・低所得）か0（7割）にします。",
    "負担割合を確かめ、種別の4桁目を8か0に直してください。",
    "健康保険法・国民健康保険法・高齢者の医療の確保に関する法律の年齢、記録条件仕様（訪問看護用）令和6年6月版 別表4", "2024-06",
    "RE,1,6118,202406,看護　花子,,2,19520105,,,,,,,",
    "RE,1,6112,202406,看護　花子,,2,19520105,,,,,,,") { PayerCode = "3138" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim is { TypeSystem: 61, TypePerson: 2 or 4 or 6, BirthDate: { } birth, Month: { } month } && Ages.IsSenior(birth, month.FirstDay) && !Ages.IsLateSenior(birth, month.FirstDay))
            findings.Add(Rule, claim.Common.Record, "ClaimType", $"高齢受給者の年齢ですが、種別が{claim.TypeCode}です。");
    }
}
