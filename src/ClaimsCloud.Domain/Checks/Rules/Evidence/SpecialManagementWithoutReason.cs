using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X03e: 特別管理加算の理由がない。</summary>
internal sealed class SpecialManagementWithoutReason() : LineCheck(new Rule("X03e", Severity.LikelyReturn,
    "特別管理加算を算定できる状態の記録がありません",
    "特別管理加算は、別表8の状態の方だけ算定できます。",
    "該当する疾病等（JS）を登録するか、算定を取り消してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、02 注3", "2024-06",
    "JS,安定している。,02,049,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000770,,2500,,,",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000770,,2500,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Family == FeeFamily.SpecialManagement;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (!claim.Listed.Appendix8) findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}を算定できる疾病等や特別訪問看護指示の記録がありません。");
    }
}
