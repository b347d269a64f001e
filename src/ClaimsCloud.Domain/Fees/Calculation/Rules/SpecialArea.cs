namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>特別地域訪問看護加算: the base line carries half of it more, the add-on stands below with 0 yen.</summary>
internal sealed class SpecialArea() : DayFeeRule("K11", "特別地域訪問看護加算", "告示 訪問看護基本療養費・精神科訪問看護基本療養費の注（特別地域訪問看護加算）") {
    protected override bool AppliesTo(VisitDay day) => day.Base is DayBase.Ordinary or DayBase.Specialist or DayBase.Leave;

    protected override void Bill(VisitDay day, PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        if (month.Facts.ResidenceOn(day.Date) is not { InSpecialArea: true } residence || sheet.BaseOf(day.Date) is not { } line) return;
        var minutes = day.Visits.Max(v => v.Row.TravelMinutes);
        if (minutes is null) {
            month.Findings.Ask("K11a", new("visits", day.First.Row.Key, "travelMinutes"), "特別地域の利用者ですが、移動時間の記録がないため特別地域訪問看護加算を算定していません。",
                "片道の所要時間を入れてください。", Source);
        } else if (minutes >= 60) {
            var facts = new FeeFacts(FeeFamily.SpecialArea) { Care = day.Care, Number = 1 };
            if (sheet.Add(this, facts, day.Date, day.Keys, $"片道{minutes}分、居住地{residence.Key}", "", "", null) is { } addOn) sheet.Raise(line, addOn.Fee.AmountOn(day.Date));
        } else if (month.Station.FromRevision2026) {
            month.Findings.NotChecked("K11b", new("visits", day.First.Row.Key, "travelMinutes"), "片道60分未満の特別地域（ロ）の要件は確かめられないため算定していません。",
                "告示の注を確かめて判断してください。", "告示（令和8年度）特別地域訪問看護加算 ロ");
        }
    }
}
