using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R06b: 夜間などの訪問に加算がない。</summary>
internal sealed class NightFeeMissed() : ClaimCheck(new Rule("R06b", Severity.Hint,
    "夜間・早朝・深夜の訪問に加算がありません",
    "利用者の求めで夜間・早朝・深夜に訪問したときは加算できます。訪問看護ステーションの都合では算定できません。",
    "利用者の求めによる訪問なら、加算を算定してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、注13", "2024-06",
    "#訪問 20240603 1830 1900 03\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510003970,,2100,,,",
    "#訪問 20240603 1830 1900 03\nKA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Visits }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var visit in claim.Patient!.Visits!) {
            if (TimeBands.Of(visit.Start) is not (not TimeBand.Day and var band)) continue;
            var family = band == TimeBand.Night ? FeeFamily.Night : FeeFamily.LateNight;
            if (claim.BillsOn(family, visit.Day)) continue;
            foreach (ref readonly var line in claim.ByDay)
                if (line.Day == visit.Day && line.Fee is { CountsInWeek: true }) findings.Add(Rule, line.Record, "ServiceDate", $"{visit.Day:M月d日}{visit.Start:H時m分}からの訪問に、時間帯の加算がありません。");
        }
    }
}
