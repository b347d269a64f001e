namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R08c: 算定していない訪問の日。</summary>
internal sealed class VisitNotBilled() : ClaimCheck(new Rule("R08c", Severity.Hint,
    "算定していない訪問の日があります",
    "訪問の記録がある日に、基本療養費がありません。",
    "介護保険や自費の訪問でなければ、算定もれがないか確かめてください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、01", "2024-06",
    "#訪問 20240603 0930 1000 03\nKA,20240603,1,510000110,,5550,03,01,01",
    "#訪問 20240603 0930 1000 03\n#訪問 20240604 0930 1000 03\nKA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Visits }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var day in claim.Patient!.Visits!.Select(v => v.Day).Distinct())
            if (!claim.ByDay.ToArray().Any(l => l.Day == day && l.MakesDay)) findings.Add(Rule, claim.Claim.Place("KA"), $"{day:M月d日}に訪問の記録がありますが、療養費がありません。");
    }
}
