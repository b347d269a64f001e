using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X01a: 指示書のない日の訪問。</summary>
internal sealed class NoOrdinaryOrder() : LineCheck(new Rule("X01a", Severity.LikelyReturn,
    "訪問看護指示書のない日の訪問です",
    "訪問の日は、訪問看護指示書（精神科は精神科訪問看護指示書、医療観察はその指示書）の期間に入っていることが必要です。特別訪問看護指示書だけでは訪問できません。",
    "指示書の期間を確かめ、続きの指示書があれば登録してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.12、指定訪問看護及び指定老人訪問看護の事業の人員及び運営に関する基準第16条", "2024-06",
    "HJ,01,20240601,20241130\nKA,20240603,1,510000110,,5550,03,01,01",
    "HJ,01,20240610,20241130\nKA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.MakesDay;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var asked = fee.Care switch { CareKind.Psychiatric => 3, CareKind.Observation => 5, _ => 1 };
        if (!claim.OrderCovers(asked, line.Day!.Value)) findings.Add(Rule, line.Record, "ServiceDate", $"{line.Day:M月d日}を期間に含む指示書（指示区分0{asked}）がありません。");
    }
}
