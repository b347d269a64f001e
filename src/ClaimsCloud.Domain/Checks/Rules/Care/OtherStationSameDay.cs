using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R10a: 同じ日にほかの訪問看護ステーションが訪問している。</summary>
internal sealed class OtherStationSameDay() : ClaimCheck(new Rule("R10a", Severity.LikelyReturn,
    "同じ日にほかの訪問看護ステーションが訪問しています",
    "同じ日に2つの訪問看護ステーションが基本療養費を算定することはできません。緊急訪問看護加算だけは算定できます。",
    "ほかの訪問看護ステーションと調整し、どちらかを取り消してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、注15", "2024-06",
    "#他ステーション 20240604\nKA,20240603,1,510000110,,5550,03,01,01",
    "#他ステーション 20240603\nKA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.OtherStations }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (ref readonly var line in claim.ByDay)
            if (line.Fee is { IsVisit: true, Family: not (FeeFamily.Basic1Specialist or FeeFamily.Basic2Specialist) } && claim.Patient!.OtherStationDays!.Contains(line.Day!.Value))
                findings.Add(Rule, line.Record, "ServiceDate", $"{line.Day:M月d日}は、ほかの訪問看護ステーションも訪問しています。");
    }
}
