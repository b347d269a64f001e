using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X08b: ターミナルケアの訪問が2回ない。</summary>
internal sealed class TerminalVisits() : FeeCheck(new Rule("X08b", Severity.LikelyReturn,
    "ターミナルケア療養費に必要な訪問の回数が足りません",
    "訪問看護ターミナルケア療養費は、死亡日と死亡日前14日以内の15日間に2回以上訪問したときに算定します。退院支援指導加算の日も数えます。",
    "訪問の記録を確かめてください。前の月の訪問はコメント（850500018・850500019）で記録します。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、05 注1", "2024-06",
    "RJ,20240401,01,,,,,,,,20240618,1300,04,,20240618,1300,01,,,,,,,,,,,,\nKA,20240610,1,510000110,,5550,03,01,01\nKA,20240617,1,510000110,,5550,03,01,01\nKA,20240618,1,580000110,,25000,,,",
    "RJ,20240401,01,,,,,,,,20240618,1300,04,,20240618,1300,01,,,,,,,,,,,,\nKA,20240601,1,510000110,,5550,03,01,01\nKA,20240617,1,510000110,,5550,03,01,01\nKA,20240618,1,580000110,,25000,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Family == FeeFamily.Terminal;

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        if (claim.Find(FeeFamily.Terminal) is not { } line || claim.User?.Date(15) is not { } death || death.DayNumber < 14) return;
        var first = death.AddDays(-14);
        var (visits, last) = (0, DateOnly.MinValue);
        foreach (var other in claim.ByDay) {
            if (other.Fee is not { } fee || !(other.MakesDay || fee.Family == FeeFamily.DischargeSupport) || other.Day < first || other.Day > death || other.Day == last) continue;
            (visits, last) = (visits + Math.Max(1, other.VisitCount), other.Day!.Value);
        }
        foreach (var comment in claim.Comments)
            if (comment.Text(2) is "850500018" or "850500019" && CommentDate.Of(comment, 3) is { } day && day >= first && day <= death && claim.Month?.Contains(day) == false) visits++;
        if (visits >= 2) return;
        if (claim.Month?.Contains(first) == false) {
            if (claim.Patient?.OtherMonths is not { } others) {
                findings.NotChecked(Rule, "前の月の訪問が分かりません");
                return;
            }
            visits += others.Where(o => o.Day >= first && o.Day <= death).Select(o => o.Day).Distinct().Count();
        }
        if (visits < 2) findings.Add(Rule, line.Record, "FeeCode", $"{first:M月d日}から{death:M月d日}までの訪問が{visits}回です。2回以上必要です。");
    }
}
