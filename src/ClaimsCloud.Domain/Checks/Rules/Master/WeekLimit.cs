namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M06b: 1週の上限回数を超える。</summary>
internal sealed class WeekLimit() : FeeCheck(new Rule("M06b", Severity.LikelyReturn,
    "1週間の上限回数を超えています",
    "療養費には、日曜日から土曜日までの1週間に算定できる回数の上限があります。月をまたぐ週は前後の月と合わせて数えます。",
    "超えた日を週4日目以降などの正しいコードに直すか、取り消してください。",
    "訪問看護療養費マスター 算定回数限度テーブル", "2024-06",
    "JS,安定している。,01,001,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002570,,5200,,,\nKA,20240610,1,510000110,,5550,03,01,01",
    "JS,安定している。,02,045,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002570,,5200,,,\nKA,20240604,1,510000110,,5550,03,01,01\nKA,20240604,1,510002570,,5200,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.WeekMax > 0;

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        var lines = claim.ByDay;
        for (var i = 0; i < lines.Length; i++) {
            if (lines[i].Fee is not { WeekMax: > 0 } fee) continue;
            var sunday = Weeks.SundayOf(lines[i].Day!.Value);
            var count = OtherMonths.CountInWeek(claim, sunday, fee.Code) + 1;
            for (var before = i - 1; before >= 0 && lines[before].Day >= sunday; before--)
                if (lines[before].Fee == fee) count++;
            if (count > fee.WeekMax) findings.Add(Rule, lines[i].Record, "FeeCode", $"{fee.Shown}は1週間に{fee.WeekMax}回までです（{sunday:M月d日}からの週）。");
            else OtherMonths.SayWhenUnknown(claim, sunday, Rule, findings);
        }
    }
}
