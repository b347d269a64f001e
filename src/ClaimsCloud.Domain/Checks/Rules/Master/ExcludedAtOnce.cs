namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M07c: 同時に算定できない。</summary>
internal sealed class ExcludedAtOnce() : FeeCheck(new Rule("M07c", Severity.Query,
    "同時に算定できない療養費です",
    "併算定背反テーブルで、同時には一方だけ算定できる療養費です。",
    "どちらかを取り消してください。",
    "訪問看護療養費マスター 併算定背反テーブル", "2024-06",
    "KA,20240603,1,550001170,,6000,03,,",
    "KA,20240603,1,550001170,,6000,03,,\nKA,20240603,1,550001270,,8400,03,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => (fee.Clashes & (Clash.OneOfBothAtOnce | Clash.Conditional)) != Clash.None;

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        for (var start = 0; start < claim.ByDay.Length;) {
            var lines = claim.NextDay(ref start);
            for (var i = 1; i < lines.Length; i++)
                for (var before = 0; before < i; before++)
                    if (lines[i].Fee is { } fee && lines[before].Fee is { } other && (claim.Table!.Between(other, fee) & (Clash.OneOfBothAtOnce | Clash.Conditional)) != Clash.None)
                        findings.Add(Rule, lines[i].Record, "FeeCode", $"{other.Shown}と{fee.Shown}を一緒に算定できるか確かめてください。");
        }
    }
}
