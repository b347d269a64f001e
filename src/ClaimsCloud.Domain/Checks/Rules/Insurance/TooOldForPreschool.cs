namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B02a: 未就学者の年齢ではない。</summary>
internal sealed class TooOldForPreschool() : ClaimCheck(new Rule("B02a", Severity.LikelyReturn,
    "未就学者の年齢ではありません",
    "種別の4桁目の4（未就学者）は、6歳になった後の最初の3月31日までです。",
    "生年月日を確かめ、種別の4桁目を2（本人）か6（家族）に直してください。",
    "健康保険法・国民健康保険法・高齢者の医療の確保に関する法律の年齢、記録条件仕様（訪問看護用）令和6年6月版 別表4", "2024-06",
    "RE,1,6114,202406,看護　花子,,2,20200105,,,,,,,",
    "RE,1,6114,202406,看護　花子,,2,20120105,,,,,,,") { PayerCode = "3129" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim is { TypeSystem: 61, TypePerson: 4, BirthDate: { } birth, Month: { } month } && birth <= month.FirstDay && !Ages.IsPreschool(birth, month.FirstDay))
            findings.Add(Rule, claim.Common.Record, "ClaimType", $"種別{claim.TypeCode}は未就学者ですが、{month.FirstDay:yyyy年M月}には就学しています。");
    }
}
