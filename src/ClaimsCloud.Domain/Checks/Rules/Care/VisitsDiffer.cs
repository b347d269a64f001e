namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R08a: 同日訪問回数が訪問の記録と違う。</summary>
internal sealed class VisitsDiffer() : LineCheck(new Rule("R08a", Severity.LikelyReturn,
    "同日訪問回数が訪問の記録と違います",
    "同日訪問回数は、その日に訪問した回数です（3回以上は03）。",
    "訪問の記録を確かめ、同日訪問回数を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.17", "2024-06",
    "#訪問 20240603 0930 1000 03\nKA,20240603,1,510000110,,5550,03,01,01",
    "#訪問 20240603 0930 1000 03\n#訪問 20240603 1500 1530 03\nKA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Visits }) {
    public override bool AppliesTo(FeeEntry fee) => fee.IsVisit;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var day = line.Day!.Value;
        if (line.VisitCount > 0 && claim.Patient!.Visits!.Count(v => v.Day == day) is > 0 and var visits && Math.Min(visits, 3) != line.VisitCount)
            findings.Add(Rule, line.Record, "VisitCount", $"{day:M月d日}の訪問は{visits}回ですが、同日訪問回数は0{line.VisitCount}です。");
    }
}
