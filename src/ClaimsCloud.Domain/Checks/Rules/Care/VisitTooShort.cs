using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R05a: 90分を超えない長時間訪問。</summary>
internal sealed class VisitTooShort() : LineCheck(new Rule("R05a", Severity.LikelyReturn,
    "長時間訪問看護加算の時間が足りません",
    "長時間訪問看護加算は、1回の訪問が90分を超えたときに算定します。",
    "訪問の時間を確かめ、加算を取り消してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、注6", "2024-06",
    "#訪問 20240603 0930 1105 03\nJS,安定している。,02,045,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002570,,5200,,,",
    "#訪問 20240603 0930 1000 03\nJS,安定している。,02,045,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002570,,5200,,,") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Visits }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Family == FeeFamily.LongVisit;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var day = line.Day!.Value;
        if (!claim.Patient!.Visits!.Any(v => v.Day == day && v.Minutes > 90))
            findings.Add(Rule, line.Record, "FeeCode", $"{day:M月d日}に90分を超える訪問がありませんが、{fee.Shown}があります。");
    }
}
