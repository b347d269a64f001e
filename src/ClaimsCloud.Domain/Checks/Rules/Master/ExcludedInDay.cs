namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M07a: 同じ日に一緒に算定できない。</summary>
internal sealed class ExcludedInDay() : FeeCheck(new Rule("M07a", Severity.LikelyReturn,
    "同じ日に一緒に算定できない療養費です",
    "併算定背反テーブルで、同じ日に両方は算定できないか、片方があるともう片方を算定できない療養費です。",
    "どちらかを取り消してください。",
    "訪問看護療養費マスター 併算定背反テーブル", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510000310,,5050,07,01,01") { Needs = CheckNeeds.FeeSchedule }) {
    private const Clash InDay = Clash.OneOfBothInDay | Clash.OtherFallsInDay;

    public override bool AppliesTo(FeeEntry fee) => (fee.Clashes & InDay) != Clash.None;

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        for (var start = 0; start < claim.ByDay.Length;) {
            var lines = claim.NextDay(ref start);
            for (var i = 1; i < lines.Length; i++)
                for (var before = 0; before < i; before++)
                    if (lines[i].Fee is { } fee && lines[before].Fee is { } other && (fee.Clashes & other.Clashes & InDay) != Clash.None) Inspect(claim.Table!, lines[before], other, lines[i], fee, findings);
        }
    }

    /// <summary>The table is read as "given the one, the status of the other": a line falls because of another, whichever stands first.</summary>
    private void Inspect(FeeTable table, in FeeLine first, FeeEntry a, in FeeLine second, FeeEntry b, Findings findings) {
        var (ofB, ofA) = (table.Between(a, b), table.Between(b, a));
        if ((ofB & InDay) == Clash.None && (ofA & Clash.OtherFallsInDay) == Clash.None || (ofB & Clash.Conditional) != Clash.None) return;
        if ((ofB & Clash.Doubtful) != Clash.None) findings.NotChecked(Rule, "併算定の決まりが確かでない療養費があります");
        else if ((ofB & Clash.OneOfBothInDay) != Clash.None) findings.Add(Rule, second.Record, "FeeCode", $"{b.Shown}と{a.Shown}は、同じ日にどちらか一方だけ算定できます。");
        else if ((ofB & Clash.OtherFallsInDay) != Clash.None) findings.Add(Rule, second.Record, "FeeCode", $"{a.Shown}のある日に{b.Shown}は算定できません。");
        else findings.Add(Rule, first.Record, "FeeCode", $"{b.Shown}のある日に{a.Shown}は算定できません。");
    }
}
