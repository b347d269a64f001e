using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X09c: 緊急訪問看護加算の月の日数が違う。</summary>
internal sealed class EmergencyTier() : FeeCheck(new Rule("X09c", Severity.LikelyReturn,
    "緊急訪問看護加算の「月１４日目まで・１５日目以降」が違います",
    "緊急訪問看護加算は、その月に算定した日を数えて14日目までと15日目以降でコードが違います。",
    "緊急訪問の日を数え直し、コードを直してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、注10", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002470,,2650,,,\nTZ,10,850500016,５０６０６０３\nTZ,10,830500003,症状の悪化により",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510004570,,2000,,,\nTZ,10,850500016,５０６０６０３\nTZ,10,830500003,症状の悪化により") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { Family: FeeFamily.Emergency, Fee.Conditions.MonthDay: not null };

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        var (nth, last) = (0, DateOnly.MinValue);
        foreach (ref readonly var line in claim.ByDay) {
            if (line.Fee is not { Family: FeeFamily.Emergency, Fee.Conditions.MonthDay: { } tier } fee || line.Day == last) continue;
            (nth, last) = (nth + 1, line.Day!.Value);
            if (!tier.Contains(nth)) findings.Add(Rule, line.Record, "FeeCode", $"{line.Day:M月d日}は月の{nth}日目の緊急訪問ですが、{fee.Shown}です。");
        }
    }
}
