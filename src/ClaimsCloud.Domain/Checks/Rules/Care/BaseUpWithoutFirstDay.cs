using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R15a: ベースアップ評価料の日が違う。</summary>
internal sealed class BaseUpWithoutFirstDay() : LineCheck(new Rule("R15a", Severity.LikelyReturn,
    "ベースアップ評価料の日付が違います",
    "訪問看護ベースアップ評価料は、訪問看護管理療養費（月の初日）を算定した日に、月1回算定します。（Ⅱ）は（Ⅰ）と一緒に算定します。",
    "ベースアップ評価料の日付と届出を確かめてください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、06", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,590000110,,780,,,",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240610,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240610,1,590000110,,780,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Family is FeeFamily.BaseUp1 or FeeFamily.BaseUp2 or FeeFamily.BaseUp1Continued or FeeFamily.BaseUp2Continued;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (!claim.BillsOn(FeeFamily.ManagementFirst, line.Day))
            findings.Add(Rule, line.Record, "ServiceDate", $"{line.Day:M月d日}に月の初日の管理療養費がありませんが、{fee.Shown}があります。");
    }
}
