using System.Numerics;

namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B10c: 受診等区分が実日数の数え方と合わない。</summary>
internal sealed class VisitDayKind() : ClaimCheck(new Rule("B10c", Severity.Query,
    "受診等区分が実日数の数え方と合いません",
    "訪問のあった日は1、実日数に数えない日（退院支援指導加算だけの日など）は2を記録します。",
    "受診等区分を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.10、別表25", "2024-06",
    "JD,1,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "JD,1,,,2,,,,,,,,,,,,,,,,,,,,,,,,,,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (ref readonly var marks in claim.Marks) {
            if (claim.VisitDaysOf(marks.Payer) is not { } visits || ((marks.Counted & ~visits) | (marks.NotCounted & visits)) is not (not 0 and var wrong)) continue;
            var day = BitOperations.TrailingZeroCount(wrong);
            findings.Add(Rule, marks.Record, $"Day{day}", (marks.Counted & 1u << day) != 0 ? $"{day}日は実日数に数えない日ですが、1が記録されています。" : $"{day}日は訪問のあった日ですが、2が記録されています。");
        }
    }
}
