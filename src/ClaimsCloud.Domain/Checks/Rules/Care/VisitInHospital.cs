namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R19a: 入院中の訪問。</summary>
internal sealed class VisitInHospital() : ClaimCheck(new Rule("R19a", Severity.LikelyReturn,
    "入院している間の訪問です",
    "入院している間は、外泊中の訪問（基本療養費（Ⅲ）・精神科（Ⅳ））のほかは算定できません。入院と退院の当日は除きます。",
    "入院・退院の日を確かめ、訪問の算定を直してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、01 注3", "2024-06",
    "#入院 20240603 20240610\nKA,20240603,1,510000110,,5550,03,01,01",
    "#入院 20240601 20240610\nKA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Stays }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var line in claim.ByDay)
            if (line.Fee is { CountsInWeek: true } && claim.Patient!.Stays!.Any(s => s.Admitted < line.Day && (s.Discharged is not { } left || line.Day < left)))
                findings.Add(Rule, line.Record, "ServiceDate", $"{line.Day:M月d日}は入院している間です。");
    }
}
