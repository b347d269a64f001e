namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B02b: 未就学者なのに種別が違う。</summary>
internal sealed class PreschoolNotRecorded() : ClaimCheck(new Rule("B02b", Severity.LikelyReturn,
    "未就学者の種別ではありません",
    "6歳になった後の最初の3月31日までは、種別の4桁目を4（未就学者）にします。",
    "生年月日を確かめ、種別の4桁目を4に直してください。",
    "健康保険法・国民健康保険法・高齢者の医療の確保に関する法律の年齢、記録条件仕様（訪問看護用）令和6年6月版 別表4", "2024-06",
    "RE,1,6114,202406,看護　花子,,2,20200105,,,,,,,",
    "RE,1,6116,202406,看護　花子,,2,20200105,,,,,,,") { PayerCode = "3130" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim is { TypeSystem: 61, TypePerson: not 4, BirthDate: { } birth, Month: { } month } && birth <= month.LastDay && Ages.IsPreschool(birth, month.FirstDay))
            findings.Add(Rule, claim.Common.Record, "ClaimType", $"未就学者ですが、種別が{claim.TypeCode}です。");
    }
}
