namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M01a: マスターにない療養費コード。</summary>
internal sealed class UnknownFee() : ClaimCheck(new Rule("M01a", Severity.LikelyReturn,
    "マスターにない療養費コードです",
    "訪問看護療養費コードは、指定訪問看護年月の訪問看護療養費マスターにあるものだけを記録します。",
    "正しいコードを選び直してください。レセプト作成ソフトのマスターが古いおそれがあります。",
    "訪問看護療養費マスター 項番3", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510009990,,5550,03,01,01") { PayerCode = "3303", Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (!claim.HasUnknownFee) return;
        foreach (ref readonly var line in claim.Lines)
            if (line.Fee is { Family: null }) findings.NotChecked(Rule, "取り込んだマスターだけにある療養費があり、何の療養費かによる点検をしていません");
            else if (line.Fee is null && line.Record.Field(4).Length == 9 && !claim.Table!.Schedule.Abolished.ContainsKey(line.Record.Text(4)!))
                findings.Add(Rule, line.Record, "FeeCode", $"療養費コード{line.Record.Text(4)}は、{claim.Table.Schedule.Release}のマスターにありません。");
    }
}
