using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R20a: 介護保険と同じ加算がある。</summary>
internal sealed class CareInsuranceTwice() : ClaimCheck(new Rule("R20a", Severity.LikelyReturn,
    "介護保険と医療保険の両方で算定できない加算です",
    "同じ月に、介護保険の緊急時訪問看護加算と24時間対応体制加算、介護と医療の特別管理加算は、両方を算定できません。",
    "どちらかを取り消してください。",
    "老企第36号、訪問看護療養費に係る指定訪問看護の費用の額の算定方法、02", "2024-06",
    "#介護 要介護\nTZ,05,,\nJS,安定している。,01,001,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000670,,6520,,,",
    "#介護 要介護 24h\nTZ,05,,\nJS,安定している。,01,001,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000670,,6520,,,") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.CareInsurance }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var billed in claim.Patient!.CareInsurance!.Billed)
            if (claim.Find(billed == CareAddOn.AroundTheClock ? FeeFamily.AroundTheClock : FeeFamily.SpecialManagement) is { Fee: { } fee } line)
                findings.Add(Rule, line.Record, "FeeCode", $"介護保険で同じ種類の加算が算定されていますが、{fee.Shown}があります。");
    }
}
