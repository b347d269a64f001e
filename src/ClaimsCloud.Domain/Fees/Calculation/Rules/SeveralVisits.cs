namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>難病等複数回訪問加算, 精神科複数回訪問加算.</summary>
internal sealed class SeveralVisits() : DayFeeRule("K12", "複数回訪問加算", "告示 難病等複数回訪問加算・精神科複数回訪問加算") {
    protected override bool AppliesTo(VisitDay day) => day.IsOrdinary && day.MultipleDay > 0;

    protected override void Bill(VisitDay day, PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        var users = heads.SeveralVisitsUsers(day);
        sheet.Add(this, new FeeFacts(FeeFamily.MultipleVisits) { Care = day.Care, Visits = day.VisitCount, BuildingUsers = users, MonthDay = day.MultipleDay },
            day.Date, day.Keys, $"同日{day.Visits.Count}回、同一建物で同じ回数{users}人、月{day.MultipleDay}日目", StaffOfDay.Codes(day), StaffOfDay.VisitCount(day), null);
    }
}
