namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R19a: 入院中の訪問。</summary>
internal sealed class VisitInHospital() : LineCheck(new Rule("R19a", Severity.LikelyReturn,
    "入院している間の訪問です",
    "入院している間は、外泊中の訪問（基本療養費（Ⅲ）・精神科（Ⅳ））のほかは算定できません。入院と退院の当日は除きます。",
    "入院・退院の日を確かめ、訪問の算定を直してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、01 注3", "2024-06",
    "#入院 20240603 20240610\nKA,20240603,1,510000110,,5550,03,01,01",
    "#入院 20240601 20240610\nKA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Stays }) {
    public override bool AppliesTo(FeeEntry fee) => fee.CountsInWeek;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var day = line.Day!.Value;
        if (claim.Patient!.Stays!.Any(s => s.Admitted < day && (s.Discharged is not { } left || day < left)))
            findings.Add(Rule, line.Record, "ServiceDate", $"{day:M月d日}は入院している間です。");
    }
}
