using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R05c: 20分に満たない訪問（令和8年6月から）。</summary>
internal sealed class TwentyMinutes() : LineCheck(new Rule("R05c", Severity.LikelyReturn,
    "20分に満たない訪問です",
    "令和8年6月から、同じ建物の利用者への基本療養費（Ⅱ）（ハを除く）は、20分に満たない訪問では算定できません。",
    "訪問の時間を確かめてください。続けて行った訪問はまとめて1回になります。",
    "令和8年厚生労働省告示第74号、疑義解釈その1", "2026-06",
    "#訪問 20260601 0930 1000 03\nHM,1,13,6,1234567,ひかり訪問看護ステーション,202607,\nRE,1,6112,202606,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,2780,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20260620\nHJ,01,20260601,20261130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20260601,1,510000910,,2780,03,01,01\nGO\n␚",
    "#訪問 20260601 0930 0945 03\nHM,1,13,6,1234567,ひかり訪問看護ステーション,202607,\nRE,1,6112,202606,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,2780,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20260620\nHJ,01,20260601,20261130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20260601,1,510000910,,2780,03,01,01\nGO\n␚") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Visits }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Family == FeeFamily.Basic2;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var day = line.Day!.Value;
        if (claim.Patient!.Visits!.Where(v => v.Day == day).Select(v => v.Minutes).DefaultIfEmpty(20).Max() < 20)
            findings.Add(Rule, line.Record, "FeeCode", $"{day:M月d日}の訪問が20分に足りませんが、{fee.Shown}があります。");
    }
}
