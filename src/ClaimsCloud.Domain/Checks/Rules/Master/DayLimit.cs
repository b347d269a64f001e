namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M06a: 1日の上限回数を超える。</summary>
internal sealed class DayLimit() : FeeCheck(new Rule("M06a", Severity.LikelyReturn,
    "1日の上限回数を超えています",
    "療養費には1日に算定できる回数の上限があります。",
    "重なった行を取り消してください。",
    "訪問看護療養費マスター 算定回数限度テーブル", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.DayMax > 0;

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        for (var start = 0; start < claim.ByDay.Length;) {
            var lines = claim.NextDay(ref start);
            for (var i = 1; i < lines.Length; i++) {
                if (lines[i].Fee is not { DayMax: > 0 } fee) continue;
                var count = 1;
                for (var before = 0; before < i; before++)
                    if (lines[before].Fee == fee) count++;
                if (count > fee.DayMax) findings.Add(Rule, lines[i].Record, "FeeCode", $"{fee.Shown}は1日{fee.DayMax}回までです。");
            }
        }
    }
}
