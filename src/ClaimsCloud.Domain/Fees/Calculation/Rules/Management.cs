namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>訪問看護管理療養費: the first day of the month and every other day with an ordinary base fee.</summary>
internal sealed class Management() : FeeRule("K20", "訪問看護管理療養費", "告示 区分番号02") {
    private static readonly (string General, string Observation, int Number)[] Enhanced = [("1610", "923", 1), ("1611", "924", 2), ("1612", "925", 3), ("1638", "926", 4)];

    public override void Bill(PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        var number = 0;
        foreach (var day in month.ManagementDays) {
            number++;
            if (number == 1) First(day, month, sheet);
            else Later(day, number, month, heads, sheet);
        }
    }

    private void First(VisitDay day, PatientMonth month, FeeSheet sheet) {
        var (_, _, grade) = Array.Find(Enhanced, e => month.Station.Files(day.Care == CareKind.Observation ? e.Observation : e.General, day.Date));
        sheet.Add(this, new FeeFacts(FeeFamily.ManagementFirst) { Care = day.Care, Number = grade }, day.Date, day.Keys,
            grade == 0 ? "月の初日の訪問" : $"月の初日の訪問、機能強化型{grade}");
    }

    /// <summary>2024: by the 届出 1617 or 1618. 2026: by the users living in the building this month and the day of the month.</summary>
    private void Later(VisitDay day, int number, PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        var residents = heads.Residents(month);
        var text = month.Station.FromRevision2026
            ? month.Station.Text(this, (number, residents, 0, 0), static ((int Day, int Residents, int, int) n) => $"月{n.Day}日目、単一建物居住利用者{n.Residents}人")
            : month.Station.Text(this, (number, 0, 0, 0), static ((int Day, int, int, int) n) => $"月{n.Day}日目");
        sheet.Add(this, new FeeFacts(FeeFamily.ManagementLater) {
            Care = day.Care, Number = month.Station.Files("1617", day.Date) ? 1 : month.Station.Files("1618", day.Date) ? 2 : 1, Residents = residents, MonthDay = number,
        }, day.Date, day.Keys, text);
    }
}
