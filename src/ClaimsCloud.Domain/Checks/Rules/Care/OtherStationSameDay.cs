using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R10a: 同じ日にほかの訪問看護ステーションが訪問している。</summary>
internal sealed class OtherStationSameDay() : LineCheck(new Rule("R10a", Severity.LikelyReturn,
    "同じ日にほかの訪問看護ステーションが訪問しています",
    "同じ日に2つの訪問看護ステーションが基本療養費を算定することはできません。緊急訪問看護加算だけは算定できます。",
    "ほかの訪問看護ステーションと調整し、どちらかを取り消してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、注15", "2024-06",
    "#他ステーション 20240604\nKA,20240603,1,510000110,,5550,03,01,01",
    "#他ステーション 20240603\nKA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.OtherStations }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { IsVisit: true, Family: not (FeeFamily.Basic1Specialist or FeeFamily.Basic2Specialist) };

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var day = line.Day!.Value;
        if (claim.Patient!.OtherStationDays!.Contains(day))
            findings.Add(Rule, line.Record, "ServiceDate", $"{day:M月d日}は、ほかの訪問看護ステーションも訪問しています。");
    }
}
