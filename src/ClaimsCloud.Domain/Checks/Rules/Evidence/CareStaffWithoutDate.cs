using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X12a: 看護・介護職員連携強化加算の日がない。</summary>
internal sealed class CareStaffWithoutDate() : ClaimCheck(new Rule("X12a", Severity.LikelyReturn,
    "看護・介護職員連携強化加算に必要な記録がありません",
    "看護・介護職員連携強化加算は、特記事項09で介護職員等と同行した日（850500013）を記録します。",
    "同行した日を登録してください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.70", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000670,,6520,,,\nKA,20240603,1,550001770,,2500,03,,\nTZ,09,850500013,５０６０６０３",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000670,,6520,,,\nKA,20240603,1,550001770,,2500,03,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Find(FeeFamily.CareStaffSupport) is { } line && !claim.Matters.Exists(m => m.Field(2).SequenceEqual("09"u8) && m.Field(3).SequenceEqual("850500013"u8)))
            findings.Add(Rule, line.Record, "FeeCode", "看護・介護職員連携強化加算がありますが、同行した日（TZ 09、850500013）がありません。");
    }
}
