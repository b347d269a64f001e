using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X06a: ＧＡＦ尺度の値がない。</summary>
internal sealed class GafMissing() : ClaimCheck(new Rule("X06a", Severity.LikelyReturn,
    "ＧＡＦ尺度の値がありません",
    "精神科訪問看護基本療養費（Ⅰ）（Ⅲ）を算定した月は、初日に判定したＧＡＦ尺度の値を記録します。",
    "ＧＡＦ尺度の値と判定した日を登録してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.13、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.23", "2024-06",
    "JS,安定している。,03,,05,20240603\nHJ,03,20240601,20241130\nKA,20240603,1,530000110,,5550,03,01,03",
    "JS,安定している。,03,,,\nHJ,03,20240601,20241130\nKA,20240603,1,530000110,,5550,03,01,03") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if ((claim.Find(FeeFamily.Psychiatric1) ?? claim.Find(FeeFamily.Psychiatric3)) is not null && claim.Conditions.Count > 0 && !claim.Conditions.Exists(c => !c.Field(5).IsEmpty))
            findings.Add(Rule, claim.Conditions[0], "GafScore", "精神科訪問看護基本療養費がありますが、ＧＡＦ尺度の値がありません。");
    }
}
