namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M06d: 週3日目までの療養費が週4日以上ある。</summary>
internal sealed class ThreeDaysAWeek() : FeeCheck(new Rule("M06d", Severity.LikelyReturn,
    "週3日までの基本療養費が4日以上あります",
    "基本療養費（精神科を含む）の「週３日目まで」のコードは、コードや職種が違っても合わせて1週間に3日までです。1週間は日曜日から土曜日までで、月をまたぎます。",
    "4日目からは「週４日目以降」のコードにするか、算定できるかを確かめてください。",
    "訪問看護療養費に係る算定方法 注、訪問看護療養費マスター 算定回数限度テーブル", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240604,1,510000110,,5550,03,01,01\nKA,20240605,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240604,1,510000110,,5550,03,01,01\nKA,20240605,1,510000110,,5550,03,01,01\nKA,20240606,1,510000310,,5050,07,01,01") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { IsToThirdDay: true, CountsInWeek: true };

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        var (sunday, daysInWeek, last) = (DateOnly.MinValue, 0, DateOnly.MinValue);
        foreach (ref readonly var line in claim.ByDay) {
            if (line.Fee is not { IsToThirdDay: true, CountsInWeek: true } fee || line.Day is not { } day || day == last) continue;
            if (Weeks.SundayOf(day) is var week && week != sunday) (sunday, daysInWeek) = (week, OtherMonths.DaysInWeek(claim, week));
            (daysInWeek, last) = (daysInWeek + 1, day);
            if (daysInWeek > 3) findings.Add(Rule, line.Record, "FeeCode", $"{sunday:M月d日}からの週の{daysInWeek}日目ですが、{fee.Shown}が算定されています。");
            else OtherMonths.SayWhenUnknown(claim, sunday, Rule, findings);
        }
    }
}
