using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R12b: 特別管理指導加算の条件がない。</summary>
internal sealed class GuidanceOfSpecialManagement() : ClaimCheck(new Rule("R12b", Severity.LikelyReturn,
    "特別管理指導加算を算定できる記録がありません",
    "特別管理指導加算は、別表8の方に退院時共同指導加算を算定するときの加算です。",
    "状態（JS）と退院時共同指導加算を確かめてください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、02 注5", "2024-06",
    "JS,安定している。,02,049,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000970,,8000,03,,\nKA,20240603,1,550001070,,2000,03,,",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000970,,8000,03,,\nKA,20240603,1,550001070,,2000,03,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Find(FeeFamily.SpecialManagementGuidance) is not { } line) return;
        if (!claim.Listed.Appendix8) findings.Add(Rule, line.Record, "FeeCode", "特別管理指導加算がありますが、別表8の疾病等コードがありません。");
        else if (claim.Find(FeeFamily.DischargeGuidance) is null) findings.Add(Rule, line.Record, "FeeCode", "特別管理指導加算がありますが、退院時共同指導加算がありません。");
    }
}
