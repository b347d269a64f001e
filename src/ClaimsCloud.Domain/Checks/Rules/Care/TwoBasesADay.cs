namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R01a: 1日に基本療養費が2つある。</summary>
internal sealed class TwoBasesADay() : ClaimCheck(new Rule("R01a", Severity.LikelyReturn,
    "1日に基本療養費が2つあります",
    "基本療養費（精神科・医療観察を含む）は、訪問の回数にかかわらず1日に1つです。2回目からは複数回の加算で算定します。",
    "1つにまとめ、複数回訪問の加算を確かめてください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、01・01-2", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "HJ,01,20240601,20241130\nHJ,03,20240601,20241130\nJS,安定している。,03,,05,20240603\nKA,20240603,1,530000110,,5550,03,01,03\nKA,20240603,1,530005110,,5550,05,01,03") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        for (var start = 0; start < claim.ByDay.Length;) {
            var bases = 0;
            foreach (ref readonly var line in claim.NextDay(ref start))
                if (line.Fee is { IsVisit: true } fee && ++bases > 1) findings.Add(Rule, line.Record, "FeeCode", $"{line.Day:M月d日}の{bases}つ目の基本療養費（{fee.Shown}）です。");
        }
    }
}
