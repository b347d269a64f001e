using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X07a: 情報提供療養費の提供先がない。</summary>
internal sealed class InformationWithoutRecipient() : LineCheck(new Rule("X07a", Severity.LikelyReturn,
    "情報提供先の記録がありません",
    "訪問看護情報提供療養費１は01・02、２は10〜13、３は21〜23の情報提供先を記録します。",
    "情報提供先（TJ）を登録してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.16、別表18", "2024-06",
    "TJ,01,,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,570000110,,1500,,,",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,570000110,,1500,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { Family: FeeFamily.Information, Care: not CareKind.Observation, Fee.Conditions.Number: not null };

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (!claim.Information.Exists(r => Recipients.NumberOf(r) == fee.Fee.Conditions!.Number))
            findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}がありますが、その情報提供先（TJ）がありません。");
    }
}
