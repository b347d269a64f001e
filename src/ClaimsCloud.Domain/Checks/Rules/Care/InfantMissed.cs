using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R17a: 乳幼児加算がない。</summary>
internal sealed class InfantMissed() : ClaimCheck(new Rule("R17a", Severity.Hint,
    "乳幼児加算の算定もれがあるかもしれません",
    "6歳未満のお子さんへの訪問看護（精神科を除く）は、1日に1回、乳幼児加算を算定できます。",
    "算定できるか確かめてください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、注8", "2024-06",
    "RE,1,6114,202406,看護　花子,,2,20200105,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002670,,1300,,,",
    "RE,1,6114,202406,看護　花子,,2,20200105,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Month is not { } month || claim.AgeOn(month.FirstDay) is not < 6) return;
        foreach (ref readonly var line in claim.ByDay)
            if (line.Fee is { Family: FeeFamily.Basic1 or FeeFamily.Basic2 } && claim.AgeOn(line.Day!.Value) < 6 && !claim.BillsOn(FeeFamily.Infant, line.Day)) {
                findings.Add(Rule, line.Record, "ServiceDate", $"{line.Day:M月d日}に乳幼児加算がありません。");
                return;
            }
    }
}
