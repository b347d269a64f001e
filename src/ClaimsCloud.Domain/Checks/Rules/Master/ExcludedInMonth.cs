namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M07b: 同じ月に一緒に算定できない。</summary>
internal sealed class ExcludedInMonth() : FeeCheck(new Rule("M07b", Severity.LikelyReturn,
    "同じ月に一緒に算定できない療養費です",
    "併算定背反テーブルで、同じ月に両方は算定できないか、片方があるともう片方を算定できない療養費です。",
    "どちらかを取り消してください。",
    "訪問看護療養費マスター 併算定背反テーブル", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000670,,6520,,,",
    "JS,安定している。,02,046,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000770,,2500,,,\nKA,20240603,1,550000870,,5000,,,") { Needs = CheckNeeds.FeeSchedule }) {
    private const Clash InMonth = Clash.OneOfBothInMonth | Clash.OtherFallsInMonth;

    public override bool AppliesTo(FeeEntry fee) => (fee.Clashes & InMonth) != Clash.None;

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        var lines = claim.ByDay;
        Span<int> seen = stackalloc int[64];
        var distinct = 0;
        for (var i = 0; i < lines.Length && distinct < seen.Length; i++) {
            if (lines[i].Fee is not { } fee || IsSeen(lines, seen[..distinct], fee)) continue;
            foreach (var before in seen[..distinct]) {
                var other = lines[before].Fee!;
                var (ofThis, ofOther) = (claim.Table!.Between(other, fee), claim.Table.Between(fee, other));
                if (((ofThis | ofOther) & InMonth) == Clash.None || (ofThis & Clash.Conditional) != Clash.None) continue;
                if ((ofThis & Clash.Doubtful) != Clash.None) findings.NotChecked(Rule, "併算定の決まりが確かでない療養費があります");
                else if ((ofThis & InMonth) != Clash.None) findings.Add(Rule, lines[i].Record, "FeeCode", $"{other.Shown}のある月に{fee.Shown}は算定できません。");
                else findings.Add(Rule, lines[before].Record, "FeeCode", $"{fee.Shown}のある月に{other.Shown}は算定できません。");
            }
            seen[distinct++] = i;
        }
    }

    private static bool IsSeen(ReadOnlySpan<FeeLine> lines, ReadOnlySpan<int> seen, FeeEntry fee) {
        foreach (var at in seen)
            if (lines[at].Fee == fee) return true;
        return false;
    }
}
