namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X19a: 訪問開始より前の訪問。</summary>
internal sealed class VisitBeforeStart() : ClaimCheck(new Rule("X19a", Severity.Query,
    "訪問開始年月日より前の訪問があります",
    "訪問開始年月日は、指定訪問看護を始めた日です。",
    "訪問開始年月日を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.14、受付・事務点検ASPのチェック（4455）", "2024-06",
    "RJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "RJ,20240610,01,,,,,,,,,,,,,,,,,,,,,,,,,,") { PayerCode = "4455", Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.User?.Date(2) is not { } start || start <= claim.Month!.Value.FirstDay) return;
        foreach (ref readonly var line in claim.ByDay)
            if (line.MakesDay && line.Day < start) {
                findings.Add(Rule, line.Record, "ServiceDate", $"{line.Day:M月d日}の訪問が、訪問開始年月日（{start:yyyy年M月d日}）より前です。");
                return;
            }
    }
}
