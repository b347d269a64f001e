namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M05a: どちらか1つの加算が2つある。</summary>
internal sealed class AlternativeAddOns() : ClaimCheck(new Rule("M05a", Severity.LikelyReturn,
    "どちらか1つしか算定できない加算です",
    "同じ基本療養費に、加算識別が同じ加算を2つ算定することはできません。",
    "どちらか1つを取り消してください。",
    "訪問看護療養費マスター 基本・基本加算対応テーブル 項番5", "2024-06",
    "RE,1,6114,202406,看護　花子,,2,20200105,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002670,,1300,,,",
    "RE,1,6114,202406,看護　花子,,2,20200105,,,,,,,\nJS,安定している。,01,020,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002670,,1300,,,\nKA,20240603,1,510004670,,1800,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        for (var start = 0; start < claim.ByDay.Length;) {
            var lines = claim.NextDay(ref start);
            // A base fee and two add-ons.
            if (lines.Length < 3) continue;
            foreach (var @base in lines)
                if (@base.Fee is { Fee.AddOnGroup: not null } fee) Inspect(claim.Table!, fee, lines, findings);
        }
    }

    private void Inspect(FeeTable table, FeeEntry @base, ReadOnlySpan<FeeLine> lines, Findings findings) {
        for (var i = 1; i < lines.Length; i++) {
            if (lines[i].Fee is not { } addOn || table.Alternative(@base, addOn) is not (> 0 and var alternative)) continue;
            for (var before = 0; before < i; before++)
                if (lines[before].Fee is { } other && other != addOn && table.Alternative(@base, other) == alternative) {
                    findings.Add(Rule, lines[i].Record, "FeeCode", $"{addOn.Shown}と{other.Shown}は、どちらか1つだけ算定できます。");
                    break;
                }
        }
    }
}
