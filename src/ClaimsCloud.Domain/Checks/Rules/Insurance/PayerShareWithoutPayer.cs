namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B04a: 負担区分が示す保険や公費がない。</summary>
internal sealed class PayerShareWithoutPayer() : ClaimCheck(new Rule("B04a", Severity.ClaimRefused,
    "負担区分と保険・公費のレコードが合いません",
    "療養費の負担区分は、そのレセプトにある保険（HO）と公費（KO）の組み合わせで記録します。",
    "負担区分を直すか、足りない保険・公費を登録してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.17、別表22", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,2,510000110,,5550,03,01,01") { PayerCode = "2302" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        var present = claim.PayersPresent;
        if ((claim.PayersNamed & ~present) == 0) return;
        foreach (ref readonly var line in claim.Lines)
            if (line.Payers != 0 && (line.Payers & ~present) != 0)
                findings.Add(Rule, line.Record, "PayerShare", $"負担区分{line.Record.Text(3)}が示す保険または公費のレコードがありません。");
    }
}
