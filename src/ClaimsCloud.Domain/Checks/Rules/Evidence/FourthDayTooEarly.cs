using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X02b: 週4日目になっていない。</summary>
internal sealed class FourthDayTooEarly() : FeeCheck(new Rule("X02b", Severity.LikelyReturn,
    "週4日目になっていない日に「週４日目以降」のコードがあります",
    "「週４日目以降」は、日曜日から土曜日までの1週間で、基本療養費（精神科を含む）を算定した4日目からです。月をまたぐ週は前後の月と合わせて数えます。",
    "訪問した日を数え直し、コードを「週３日目まで」に直してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、記録条件仕様（訪問看護用）令和6年6月版 p.17", "2024-06",
    "JS,安定している。,01,001,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240604,1,510000110,,5550,03,01,01\nKA,20240605,1,510000110,,5550,03,01,01\nKA,20240606,1,510000210,,6550,03,01,01",
    "JS,安定している。,01,001,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240604,1,510000110,,5550,03,01,01\nKA,20240605,1,510000210,,6550,03,01,01") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { IsFromFourthDay: true, CountsInWeek: true };

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        var (sunday, nth, last) = (DateOnly.MinValue, 0, DateOnly.MinValue);
        foreach (ref readonly var line in claim.ByDay) {
            if (line.Fee is not { CountsInWeek: true } fee || line.Day is not { } day || day == last) continue;
            if (Weeks.SundayOf(day) is var week && week != sunday) (sunday, nth) = (week, 0);
            (nth, last) = (nth + 1, day);
            if (!fee.IsFromFourthDay || nth > 3) continue;
            if (claim.Month!.Value.Contains(sunday)) findings.Add(Rule, line.Record, "FeeCode", $"{sunday:M月d日}からの週の{nth}日目に、「週４日目以降」の{fee.Shown}が算定されています。");
            else if (claim.Patient?.OtherMonths is not { } others) findings.NotChecked(Rule, "月をまたぐ週の、前の月の算定がありません");
            else if (nth + DaysBefore(claim, others, sunday, day) < 4)
                findings.Add(Rule, line.Record, "FeeCode", $"{sunday:M月d日}からの週の4日目になっていません。");
        }
    }

    private static int DaysBefore(ClaimFacts claim, IReadOnlyList<BilledFee> others, DateOnly sunday, DateOnly day) =>
        others.Where(o => o.Day >= sunday && o.Day < day && IsCounted(claim, o)).Select(o => o.Day).Distinct().Count();

    private static bool IsCounted(ClaimFacts claim, BilledFee fee) =>
        FeeTable.For(ServiceMonth.Of(fee.Day.Year, fee.Day.Month), claim.Context.Schedules)?.Find(System.Text.Encoding.ASCII.GetBytes(fee.Code)) is { CountsInWeek: true };
}