using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>職種等 of KA (別表20): 01–10 for the first visit of a day, 11–20 the second, 21–30 from the third; 50 more for a 従たるステーション.</summary>
internal static class StaffOfDay {
    private const int MaxCodes = 10;
    private static readonly string[] TwoDigits = [.. Enumerable.Range(0, 100).Select(n => $"{n:00}")];

    /// <summary>With one visit a day those who came along stand beside the main visitor (手引き p.45); with more, the main visitor of each visit.</summary>
    public static string Codes(VisitDay day) => day.Visits.Count == 1 ? Pair(day.First) : string.Concat(day.Visits.Take(MaxCodes).Select((v, i) => Code(v.Code, v.Staff.Office, i)));

    /// <summary>Pairs of the visits with a companion, in their order.</summary>
    public static string Pairs(IReadOnlyList<DayVisit> visits) =>
        string.Concat(visits.Take(MaxCodes / 2).Select((v, i) => Code(v.Code, v.Staff.Office, i) + Code(v.Companions[0].Code, v.Companions[0].Staff.Office, i)));

    public static string Code(StaffMember staff, DateOnly day, StationMonth station) =>
        Code(staff.Licence == Licence.Nurse && station.IsSpecialist(staff, day) ? 8 : (int)staff.Licence, staff.Office, 0);

    public static string VisitCount(VisitDay day) => day.VisitCount switch { 1 => "01", 2 => "02", _ => "03" };

    private static string Pair(DayVisit visit) =>
        visit.Row.CompanionReason == CompanionReason.None || visit.Companions.Count == 0 ? Code(visit.Code, visit.Staff.Office, 0)
        : Code(visit.Code, visit.Staff.Office, 0) + string.Concat(visit.Companions.Take(MaxCodes - 1).Select(c => Code(c.Code, c.Staff.Office, 0)));

    private static string Code(int code, Office office, int visit) => TwoDigits[code + (Math.Min(visit, 2) * 10) + (office == Office.Branch ? 50 : 0)];
}
