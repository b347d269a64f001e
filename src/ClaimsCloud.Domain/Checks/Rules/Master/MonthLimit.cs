namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M06c: 1月の上限回数を超える。</summary>
internal sealed class MonthLimit() : FeeCheck(new Rule("M06c", Severity.LikelyReturn,
    "1か月の上限回数を超えています",
    "療養費には1か月に算定できる回数の上限があります。",
    "超えた分を取り消してください。",
    "訪問看護療養費マスター 算定回数限度テーブル", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240610,1,510000110,,5550,03,01,01\nKA,20240610,1,550000410,,7670,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.MonthMax > 0;

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        var lines = claim.ByDay;
        for (var i = 1; i < lines.Length; i++) {
            if (lines[i].Fee is not { MonthMax: > 0 } fee) continue;
            var count = 1;
            for (var before = 0; before < i; before++)
                if (lines[before].Fee == fee) count++;
            if (count > fee.MonthMax) findings.Add(Rule, lines[i].Record, "FeeCode", $"{fee.Shown}は1か月に{fee.MonthMax}回までです。");
        }
    }
}
