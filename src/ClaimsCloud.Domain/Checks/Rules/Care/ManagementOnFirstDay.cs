using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R03a: 管理療養費の初日が違う。</summary>
internal sealed class ManagementOnFirstDay() : FeeCheck(new Rule("R03a", Severity.LikelyReturn,
    "訪問看護管理療養費の初日の日付が違います",
    "「月の初日の訪問の場合」は、その月の最初に訪問した日に1回だけ算定し、2日目からは「２日目以降」のコードです。",
    "管理療養費の日付かコードを直してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、02", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240610,1,510000110,,5550,03,01,01\nKA,20240610,1,550000410,,7670,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.IsManagement;

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        DateOnly? first = null;
        foreach (ref readonly var line in claim.ByDay) {
            if (line.Fee is { IsVisit: true, Family: not (FeeFamily.Basic1Specialist or FeeFamily.Basic2Specialist or FeeFamily.Basic3 or FeeFamily.Psychiatric4 or FeeFamily.Inclusive) }) first ??= line.Day;
            if (first is null || line.Fee is not { IsManagement: true } fee) continue;
            if (fee.Family == FeeFamily.ManagementFirst && line.Day != first) findings.Add(Rule, line.Record, "ServiceDate", $"月の初日の訪問は{first:M月d日}ですが、{line.Day:M月d日}に初日の管理療養費があります。");
            // After a change of insurer inside the month, the first day stands on the claim before this one.
            if (fee.Family == FeeFamily.ManagementLater && line.Day == first) findings.NotChecked(Rule, "月の途中で保険が変わったときは、月の初日が前のレセプトにあります");
        }
    }
}
