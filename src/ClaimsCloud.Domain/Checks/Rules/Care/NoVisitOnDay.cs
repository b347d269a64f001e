namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R08b: 訪問の記録のない日の療養費。</summary>
internal sealed class NoVisitOnDay() : LineCheck(new Rule("R08b", Severity.LikelyReturn,
    "訪問の記録のない日に療養費があります",
    "基本療養費は、訪問した日だけ算定します。",
    "訪問の記録を確かめ、なければ取り消してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、01", "2024-06",
    "#訪問 20240603 0930 1000 03\nKA,20240603,1,510000110,,5550,03,01,01",
    "#訪問 20240604 0930 1000 03\nKA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Visits }) {
    public override bool AppliesTo(FeeEntry fee) => fee.MakesDay;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var day = line.Day!.Value;
        if (!claim.Patient!.Visits!.Any(v => v.Day == day))
            findings.Add(Rule, line.Record, "ServiceDate", $"{day:M月d日}に訪問の記録がありません。");
    }
}
