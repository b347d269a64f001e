namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B02h: 本人が15歳未満。</summary>
internal sealed class InsuredUnder15() : ClaimCheck(new Rule("B02h", Severity.LikelyReturn,
    "15歳未満の本人です",
    "被用者保険の本人（種別の4桁目が2）は働いている方です。15歳未満の本人は取り違えが疑われます。",
    "本人か家族かを確かめ、種別を直してください。",
    "健康保険法・国民健康保険法・高齢者の医療の確保に関する法律の年齢、記録条件仕様（訪問看護用）令和6年6月版 別表4", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,",
    "RE,1,6112,202406,看護　花子,,2,20120105,,,,,,,") { PayerCode = "3140" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim is { TypeSystem: 61, TypePerson: 2, Insurer: { } insurer, BirthDate: { } birth, Month: { } month } && birth <= month.LastDay
            && InsurerKinds.Of(insurer) is InsurerKind.HealthAssociation or InsurerKind.Employees && Ages.On(birth, month.LastDay) < 15)
            findings.Add(Rule, claim.Common.Record, "ClaimType", $"15歳未満ですが、種別が{claim.TypeCode}（本人）です。");
    }
}
