using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R02a: 月の日数の区分が違う。</summary>
internal sealed class DayOfMonthTier() : FeeCheck(new Rule("R02a", Severity.LikelyReturn,
    "月に算定した日数の区分とコードが合いません",
    "令和8年6月からの基本療養費（Ⅱ）・精神科（Ⅲ）の10人以上では、その月の20日目までと21日目からでコードが違います。",
    "算定した日を数え直し、コードを直してください。",
    "令和8年厚生労働省告示第74号", "2026-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202607,\nRE,1,6112,202606,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,2760,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20260620\nHJ,01,20260601,20261130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20260601,1,510007410,,2760,03,01,01\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202607,\nRE,1,6112,202606,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,2660,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20260620\nHJ,01,20260601,20261130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20260601,1,510007510,,2660,03,01,01\nGO\n␚") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { CountsInWeek: true, Fee.Conditions.MonthDay: not null };

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        var (nth, last) = (0, DateOnly.MinValue);
        foreach (ref readonly var line in claim.ByDay) {
            if (line.Fee is not { CountsInWeek: true } fee || line.Day is not { } day) continue;
            if (day != last) (nth, last) = (nth + 1, day);
            if (fee.Fee.Conditions?.MonthDay is not { } tier || tier.Contains(nth)) continue;
            if (fee.Fee.RuleCertainty == Certainty.Doubtful) findings.NotChecked(Rule, "月の日数の数え方が確かでない療養費があります");
            else findings.Add(Rule, line.Record, "FeeCode", $"{day:M月d日}は月の{nth}日目ですが、{fee.Shown}です。");
        }
    }
}
