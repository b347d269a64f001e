using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R14a: 包括型の時間や回数が足りない。</summary>
internal sealed class InclusiveMinutes() : LineCheck(new Rule("R14a", Severity.LikelyReturn,
    "包括型訪問看護療養費の訪問の時間や回数が足りません",
    "包括型訪問看護療養費は、1日の訪問の合計時間で区分が決まり、日中と夜間（18時〜8時）に1回以上、60分以上の日は3回以上の訪問が必要です。",
    "訪問の記録を確かめ、コードを直すか基本療養費で算定してください。",
    "令和8年厚生労働省告示第74号、疑義解釈その3", "2026-06",
    "#訪問 20260601 0930 1000 03\n#訪問 20260601 1900 1920 03\nHM,1,13,6,1234567,ひかり訪問看護ステーション,202607,\nRE,1,6112,202606,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,7010,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20260620\nHJ,01,20260601,20261130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20260601,1,560000110,,7010,,,\nGO\n␚",
    "#訪問 20260601 0930 1000 03\nHM,1,13,6,1234567,ひかり訪問看護ステーション,202607,\nRE,1,6112,202606,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,7010,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20260620\nHJ,01,20260601,20261130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20260601,1,560000110,,7010,,,\nGO\n␚") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Visits }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Family == FeeFamily.Inclusive;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var day = line.Day!.Value;
        if (claim.Patient!.Visits!.Where(v => v.Day == day).ToList() is not { Count: > 0 } visits) return;
        var minutes = visits.Sum(v => v.Minutes);
        if (fee.Fee.Conditions?.Minutes is { } tier && !tier.Contains(minutes)) findings.Add(Rule, line.Record, "FeeCode", $"{day:M月d日}の訪問は合わせて{minutes}分ですが、{fee.Shown}です。");
        else if (minutes >= 60 && visits.Count < 3) findings.Add(Rule, line.Record, "FeeCode", $"{day:M月d日}の訪問は{visits.Count}回です。60分以上の日は3回以上必要です。");
        else if (visits.TrueForAll(v => v.Start.Hour is >= 8 and < 18) || visits.TrueForAll(v => v.Start.Hour is < 8 or >= 18)) findings.Add(Rule, line.Record, "FeeCode", $"{day:M月d日}は、日中と夜間（18時〜8時）の両方の訪問がありません。");
    }
}
