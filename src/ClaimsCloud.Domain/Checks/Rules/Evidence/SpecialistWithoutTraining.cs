using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X13a: 専門の研修の記録がない（ハ）。</summary>
internal sealed class SpecialistWithoutTraining() : ClaimCheck(new Rule("X13a", Severity.LikelyReturn,
    "専門の研修を受けた看護師の記録がありません",
    "専門の研修を受けた看護師による基本療養費（ハ）は、専門の研修（KS）に01〜04を記録します。",
    "専門の研修を登録してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.16、別表27", "2024-06",
    "KS,01,,,\nKA,20240603,1,510000510,,12850,08,01,01",
    "KA,20240603,1,510000510,,12850,08,01,01") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if ((claim.Find(FeeFamily.Basic1Specialist) ?? claim.Find(FeeFamily.Basic2Specialist)) is { Fee: { } fee } line && !claim.Trainings.Exists(t => Trainings.IsIn(t, 1, 4)))
            findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}がありますが、専門の研修（KS 01〜04）がありません。");
    }
}
