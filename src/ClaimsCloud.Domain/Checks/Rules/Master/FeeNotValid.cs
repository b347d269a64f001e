namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M01b: その日に使えない療養費コード。</summary>
internal sealed class FeeNotValid() : ClaimCheck(new Rule("M01b", Severity.LikelyReturn,
    "その日には使えない療養費コードです",
    "療養費コードには使える期間があります。",
    "算定日か療養費コードを直してください。",
    "訪問看護療養費マスター 項番71・72", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "RE,1,6112,202405,看護　花子,,2,19600105,,,,,,,\nKA,20240503,1,510000110,,5550,03,01,01") { PayerCode = "3303", Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var line in claim.Lines)
            if (line is { Fee: { } fee, Day: { } day } && !fee.Fee.ValidOn(day)) findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}は{day:yyyy年M月d日}には使えません。");
    }
}
