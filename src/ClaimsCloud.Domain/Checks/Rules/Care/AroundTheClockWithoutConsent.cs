using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R11a: 24時間対応体制加算の同意がない。</summary>
internal sealed class AroundTheClockWithoutConsent() : ClaimCheck(new Rule("R11a", Severity.LikelyReturn,
    "24時間対応体制加算の同意がありません",
    "24時間対応体制加算は、利用者の同意を得て、1人の利用者に1つの訪問看護ステーションだけが算定します。",
    "同意書の日付を確かめてください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、02 注2", "2024-06",
    "#同意 20240401\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000670,,6520,,,",
    "#同意 20240610\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000670,,6520,,,") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Agreements }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Find(FeeFamily.AroundTheClock) is { Day: { } day, Fee: { } fee } line && !claim.Patient!.AroundTheClockAgreements!.Any(a => a <= day))
            findings.Add(Rule, line.Record, "FeeCode", $"{day:M月d日}までの同意の記録がありませんが、{fee.Shown}があります。");
    }
}
