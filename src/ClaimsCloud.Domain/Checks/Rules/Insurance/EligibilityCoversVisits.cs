namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B11a: 訪問の日に資格がない。</summary>
internal sealed class EligibilityCoversVisits() : LineCheck(new Rule("B11a", Severity.LikelyReturn,
    "資格のない日の訪問があります",
    "訪問の日に、保険や公費の資格が確認できている必要があります。月の途中で保険が変わったら、レセプトを分けます。",
    "オンライン資格確認で資格を確かめ、変わっていたら変わった日から別のレセプトにしてください。",
    "返戻の事由（資格喪失後の受診）、健康保険法第63条", "2024-06",
    "#資格 1 20240601 20240630\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,",
    "#資格 1 20240610 20240630\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Eligibility }) {
    public override bool AppliesTo(FeeEntry fee) => fee.MakesDay;

    protected override ReadOnlySpan<FeeLine> LinesOf(ClaimFacts claim) => claim.Lines;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (line.Day is not { } day) return;
        for (var payer = 0; payer < 5; payer++) {
            if ((line.Payers & 1 << payer) == 0) continue;
            // Of another card than the claim's, this rule has nothing to say: B11b has.
            var periods = claim.Patient!.Eligibility!.Where(p => p.PayerKind == payer + 1 && (p.Card is null || p.Card == ConfirmedCards.KeyOf(claim))).ToList();
            if (periods.Count == 0) continue;
            if (periods.Find(p => p.Covers(day)) is not { } period) findings.Add(Rule, line.Record, "ServiceDate", $"{day:M月d日}は、負担者種別{payer + 1}の資格が確認できていません。");
            else if (period.To is null && period.ConfirmedOn < day) findings.NotChecked(Rule, "最後の資格確認より後の訪問です");
        }
    }
}
