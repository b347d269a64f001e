using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R17b: 特別管理加算がない。</summary>
internal sealed class SpecialManagementMissed() : ClaimCheck(new Rule("R17b", Severity.Hint,
    "特別管理加算の算定もれがあるかもしれません",
    "別表8の状態の方には、届け出ていれば、月に1回、特別管理加算を算定できます。",
    "届出と、ほかの訪問看護ステーションが算定していないかを確かめてください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、02 注3", "2024-06",
    "JS,安定している。,02,045,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000870,,5000,,,",
    "JS,安定している。,02,045,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Listed.Appendix8 && claim.Find(FeeFamily.ManagementFirst) is { Fee.Care: not CareKind.Observation } line && claim.Find(FeeFamily.SpecialManagement) is null)
            findings.Add(Rule, line.Record, "FeeCode", "別表8の疾病等コードがありますが、特別管理加算がありません。");
    }
}
