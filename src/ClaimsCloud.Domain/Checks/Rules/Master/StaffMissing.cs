using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M09a: 職種等の有無。</summary>
internal sealed class StaffMissing() : LoneLineCheck(new Rule("M09a", Severity.LikelyReturn,
    "職種等の記録が正しくありません",
    "職種の指定がある療養費には職種等を記録し、ない療養費には記録しません。",
    "訪問した人の職種を登録するか、職種等を空にしてください。",
    "訪問看護療養費マスター 項番29〜43、記録条件仕様（訪問看護用）令和6年6月版 p.17", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510000110,,5550,,01,01") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => true;

    protected override void Inspect(in FeeLine line, FeeEntry fee, Findings findings) {
        if (fee.Fee.RuleCertainty == Certainty.Doubtful) findings.NotChecked(Rule, "職種の決まりが確かでない療養費があります");
        else if (fee.AsksStaff && line.Staff.IsEmpty) findings.Add(Rule, line.Record, "StaffCodes", $"{fee.Shown}に職種等がありません。");
        else if (!fee.AsksStaff && !line.Staff.IsEmpty) findings.Add(Rule, line.Record, "StaffCodes", $"{fee.Shown}に職種等は記録しません。");
    }
}
