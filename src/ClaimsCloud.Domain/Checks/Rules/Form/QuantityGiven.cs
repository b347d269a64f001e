namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F09a: 数量データがある。</summary>
internal sealed class QuantityGiven() : LoneLineCheck(new Rule("F09a", Severity.LikelyReturn,
    "数量データは記録しません",
    "数量データは、マスターで量により金額が変わる療養費だけに記録します。令和6年6月以降のマスターにそのような療養費はありません。",
    "数量データを空にしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.17、訪問看護療養費マスター 項番19", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510000110,1,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => true;

    protected override void Inspect(in FeeLine line, FeeEntry fee, Findings findings) {
        if (!line.Record.Field(5).IsEmpty) findings.Add(Rule, line.Record, "Quantity", "数量データが記録されています。");
    }
}
