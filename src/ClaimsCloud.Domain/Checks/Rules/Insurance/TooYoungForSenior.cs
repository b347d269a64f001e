namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B02c: 高齢受給者の年齢ではない。</summary>
internal sealed class TooYoungForSenior() : ClaimCheck(new Rule("B02c", Severity.LikelyReturn,
    "高齢受給者の年齢ではありません",
    "種別の4桁目の8と0（高齢受給者）は、70歳になった月の翌月（1日生まれはその月）からです。",
    "生年月日を確かめ、種別の4桁目を2か6に直してください。",
    "健康保険法・国民健康保険法・高齢者の医療の確保に関する法律の年齢、記録条件仕様（訪問看護用）令和6年6月版 別表4", "2024-06",
    "RE,1,6118,202406,看護　花子,,2,19520105,,,,,,,",
    "RE,1,6118,202406,看護　花子,,2,19600105,,,,,,,") { PayerCode = "3143" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim is { TypeSystem: 61, TypePerson: 8 or 0, BirthDate: { } birth, Month: { } month } && !Ages.IsSenior(birth, month.FirstDay))
            findings.Add(Rule, claim.Common.Record, "ClaimType", $"種別{claim.TypeCode}は高齢受給者ですが、70歳になった月の翌月より前です。");
    }
}
