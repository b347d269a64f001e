using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R12a: 退院時共同指導加算が2回ある。</summary>
internal sealed class DischargeGuidanceTwice() : FeeCheck(new Rule("R12a", Severity.LikelyReturn,
    "退院時共同指導加算が2回あります",
    "退院時共同指導加算は1回の退院につき1回です。別表7・別表8の方は、別の日に行えば2回まで算定できます。",
    "状態と指導した日を確かめ、超えた分を取り消してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、02 注4", "2024-06",
    "JS,安定している。,02,049,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000970,,8000,03,,\nKA,20240603,1,550000970,,8000,03,,",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000970,,8000,03,,\nKA,20240603,1,550000970,,8000,03,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { Family: FeeFamily.DischargeGuidance, Care: not CareKind.Observation };

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        var (count, most) = (0, claim.Listed.Appendix7 || claim.Listed.Appendix8 ? 2 : 1);
        foreach (ref readonly var line in claim.ByDay)
            if (line.Fee is { Family: FeeFamily.DischargeGuidance, Care: not CareKind.Observation } && ++count > most)
                findings.Add(Rule, line.Record, "FeeCode", $"退院時共同指導加算が{count}回目です。この状態では{most}回までです。");
    }
}
