namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M12a: 年齢が合わない。</summary>
internal sealed class AgeLimit() : LineCheck(new Rule("M12a", Severity.LikelyReturn,
    "年齢が合わない療養費です",
    "乳幼児加算は6歳未満、長時間訪問看護加算の一部は15歳未満など、年齢の決まりがあります。",
    "生年月日か療養費コードを確かめてください。",
    "訪問看護療養費マスター 項番25・26", "2024-06",
    "RE,1,6114,202406,看護　花子,,2,20200105,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002670,,1300,,,",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002670,,1300,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Fee.AgeFrom is not null || fee.Fee.AgeBelow is not null;

    protected override ReadOnlySpan<FeeLine> LinesOf(ClaimFacts claim) => claim.Lines;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (line.Day is not { } day) return;
        // The day before the birthday is counted for the patient, whichever way the age is meant.
        if (claim.AgeOn(day) < fee.Fee.AgeFrom) findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}は{fee.Fee.AgeFrom}歳からです。");
        else if (claim.AgeOn(day.AddDays(-1)) >= fee.Fee.AgeBelow) findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}は{fee.Fee.AgeBelow}歳未満の方だけです。");
    }
}
