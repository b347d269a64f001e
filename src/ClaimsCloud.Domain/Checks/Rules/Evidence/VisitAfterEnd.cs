namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X19b: 訪問終了より後の訪問。</summary>
internal sealed class VisitAfterEnd() : ClaimCheck(new Rule("X19b", Severity.LikelyReturn,
    "訪問終了年月日より後の訪問があります",
    "訪問終了年月日は、指定訪問看護を終えた日です。",
    "訪問終了年月日を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.14", "2024-06",
    "RJ,20240401,01,,,,,,,,20240610,1500,01,,,,,,,,,,,,,,,,",
    "RJ,20240401,01,,,,,,,,20240602,1500,01,,,,,,,,,,,,,,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.User?.Date(11) is not { } end) return;
        foreach (ref readonly var line in claim.ByDay)
            if (line.MakesDay && line.Day > end) findings.Add(Rule, line.Record, "ServiceDate", $"{line.Day:M月d日}の訪問が、訪問終了年月日（{end:yyyy年M月d日}）より後です。");
    }
}
