namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>包括型訪問看護療養費 (2026): by the minutes of the day and the users living in the building; 60 minutes count only with three visits.</summary>
internal sealed class InclusiveFee() : DayFeeRule("K40", "包括型訪問看護療養費", "告示（令和8年度）区分番号04、疑義解釈その3・その7") {
    protected override bool AppliesTo(VisitDay day) => day.Base == DayBase.Inclusive;

    protected override void Bill(VisitDay day, PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        var residents = heads.Residents(month);
        var minutes = day.Visits.Count >= 3 ? day.Minutes : Math.Min(day.Minutes, 59);
        var facts = new FeeFacts(FeeFamily.Inclusive) { Care = day.Care, Residents = residents, Minutes = minutes, Case = FeeCase.Ordinary };
        sheet.Add(this, facts, day.Date, day.Keys, $"合計{day.Minutes}分、訪問{day.Visits.Count}回、単一建物居住利用者{residents}人", StaffOfDay.Codes(day), StaffOfDay.VisitCount(day), day);
        if (day.Minutes >= 120 && minutes >= 90)
            month.Findings.NotChecked("K40a", new("visits", day.First.Row.Key, "end"), "90分以上の「別に定める場合」に当たるか確かめられないため、通常の区分で算定しました。",
                "留意事項通知の要件を確かめてください。", Source);
    }
}
