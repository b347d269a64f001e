namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R03b: 訪問のない日の管理療養費。</summary>
internal sealed class ManagementWithoutVisit() : LineCheck(new Rule("R03b", Severity.LikelyReturn,
    "訪問のない日に訪問看護管理療養費があります",
    "訪問看護管理療養費は、基本療養費（精神科を含む）を算定した日に算定します。",
    "管理療養費の日付を直すか、取り消してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、02", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240604,1,550000510,,3000,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.IsManagement;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (!claim.HasVisitOn(line.Day!.Value)) findings.Add(Rule, line.Record, "ServiceDate", $"{line.Day:M月d日}は基本療養費がありませんが、{fee.Shown}があります。");
    }
}
