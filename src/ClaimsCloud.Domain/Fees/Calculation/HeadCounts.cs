namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>What is counted in a building.</summary>
internal enum Counted { BaseFee, ObservationFee, SeveralVisits, TwoStaff, Night, LateNight, Residents }

/// <summary>
/// Users of the station in one building, by day or month, over all its patients: 同一建物居住者 decides base fees and add-ons, 単一建物居住利用者 the
/// 管理療養費. Patients in a house of their own are in nobody's count.
/// </summary>
internal sealed class HeadCounts {
    private readonly Dictionary<(string Building, DateOnly Day, Counted What, string Class), int> _counts = [];

    public HeadCounts(StationMonth station) {
        foreach (var patient in station.Patients) {
            if (!LivesOrIsVisitedInBuilding(patient.Key, station)) continue;
            var month = new PatientMonth(patient, station);
            foreach (var day in month.Days) Count(day);
            if (month.Residence is { Length: > 0 } residence) Add(residence, default, Counted.Residents, "");
        }
    }

    /// <summary>Users with a base fee (基本 and 精神科 together; 医療観察 apart), this one included.</summary>
    public int BaseUsers(VisitDay day) => Of(day.Building, day.Date, BaseOf(day), "");

    /// <summary>Users with the several-visits add-on of the same number of visits; from 2026-06 also those on 包括型.</summary>
    public int SeveralVisitsUsers(VisitDay day) =>
        Of(day.Building, day.Date, Counted.SeveralVisits, $"{day.VisitCount}") + Of(day.Building, day.Date, Counted.SeveralVisits, "inclusive", 0);

    public int TwoStaffUsers(VisitDay day) => Of(day.Building, day.Date, Counted.TwoStaff, ClassOf(day.TwoStaff!));

    public int NightUsers(VisitDay day) => Of(day.Building, day.Date, Counted.Night, "");

    public int LateNightUsers(VisitDay day) => Of(day.Building, day.Date, Counted.LateNight, "");

    /// <summary>単一建物居住利用者 of the month: known only when all its records are in.</summary>
    public int Residents(PatientMonth month) => Of(month.Residence, default, Counted.Residents, "");

    private void Count(VisitDay day) {
        if (day.Building.Length == 0) return;
        if (day.Base is DayBase.Ordinary or DayBase.Specialist) Add(day.Building, day.Date, BaseOf(day), "");
        if (day.Base == DayBase.Inclusive) Add(day.Building, day.Date, Counted.SeveralVisits, "inclusive");
        if (!day.IsOrdinary) return;
        if (day.MultipleDay > 0) Add(day.Building, day.Date, Counted.SeveralVisits, $"{day.VisitCount}");
        if (day.TwoStaff is { } two) Add(day.Building, day.Date, Counted.TwoStaff, ClassOf(two));
        if (day.NightDay > 0) Add(day.Building, day.Date, Counted.Night, "");
        if (day.LateNightDay > 0) Add(day.Building, day.Date, Counted.LateNight, "");
    }

    private void Add(string building, DateOnly day, Counted what, string kind) =>
        _counts[(building, day, what, kind)] = _counts.GetValueOrDefault((building, day, what, kind)) + 1;

    private int Of(string building, DateOnly day, Counted what, string kind, int alone = 1) =>
        building.Length == 0 ? alone : _counts.GetValueOrDefault((building, day, what, kind), alone);

    private static Counted BaseOf(VisitDay day) => day.Care == CareKind.Observation ? Counted.ObservationFee : Counted.BaseFee;

    private static string ClassOf(TwoStaffDay two) => $"{two.Companion}{two.Case}{two.Count}";

    private static bool LivesOrIsVisitedInBuilding(string patient, StationMonth station) =>
        Array.Exists(station.Rows.Residences[patient], r => r.Building is not null) || Array.Exists(station.Rows.Visits[patient], v => v.Building is not null);
}
