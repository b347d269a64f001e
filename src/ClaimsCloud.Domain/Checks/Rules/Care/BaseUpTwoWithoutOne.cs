using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R15b: ベースアップ評価料（Ⅱ）だけがある。</summary>
internal sealed class BaseUpTwoWithoutOne() : ClaimCheck(new Rule("R15b", Severity.LikelyReturn,
    "ベースアップ評価料（Ⅱ）だけがあります",
    "ベースアップ評価料（Ⅱ）は、（Ⅰ）を算定する利用者について算定します。",
    "ベースアップ評価料（Ⅰ）を確かめてください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、06-2", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,590000110,,780,,,\nKA,20240603,1,590000210,,10,,,",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,590000210,,10,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if ((claim.Find(FeeFamily.BaseUp2) ?? claim.Find(FeeFamily.BaseUp2Continued)) is { } line && claim.Find(FeeFamily.BaseUp1) is null && claim.Find(FeeFamily.BaseUp1Continued) is null)
            findings.Add(Rule, line.Record, "FeeCode", "ベースアップ評価料（Ⅱ）がありますが、（Ⅰ）がありません。");
    }
}
