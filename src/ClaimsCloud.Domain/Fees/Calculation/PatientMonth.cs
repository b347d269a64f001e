using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>One patient's days, with all counts that need no other patient. Days before the month are context: they count, but are not billed.</summary>
internal sealed class PatientMonth {
    private readonly List<VisitDay> _all;
    private readonly VisitDay?[] _byDate = new VisitDay?[32];

    public PatientMonth(Patient patient, StationMonth station) {
        Findings = new(patient.Key);
        Facts = new(patient, station);
        _all = DayReading.Days(Facts, Findings);
        WeekCount.Number(_all, Facts, Findings);
        AddOnCandidates.Decide(_all, Facts);
        Days = [.. _all.Where(d => station.Contains(d.Date))];
        MonthCount.Number(Days);
        foreach (var day in Days) _byDate[day.Date.Day] = day;
    }

    public PatientFacts Facts { get; }
    public StationMonth Station => Facts.Station;
    public Patient Patient => Facts.Patient;
    public CalculationFindings Findings { get; }

    /// <summary>Days of the month, in order, billed or not.</summary>
    public VisitDay[] Days { get; }

    /// <summary>The row of a visit of the patient.</summary>
    public Visit? Visit(string key) => Array.Find(Station.Rows.Visits[Patient.Key], v => v.Key == key);

    /// <param name="date">Of the month.</param>
    public VisitDay? DayOn(DateOnly date) => _byDate[date.Day];

    /// <summary>Whether visits of that day of the month are billed: 実日数 counts it.</summary>
    public bool IsVisitDay(DateOnly date) => DayOn(date) is { Base: not DayBase.None };

    /// <summary>Also the days before the month that the bundle holds.</summary>
    public IReadOnlyList<VisitDay> DaysWithContext => _all;

    /// <summary>Days with 訪問看護管理療養費.</summary>
    public IEnumerable<VisitDay> ManagementDays => Days.Where(d => d.IsOrdinary);

    public VisitDay? FirstManagementDay => Array.Find(Days, d => d.IsOrdinary);

    /// <summary>First day with a base fee of any kind.</summary>
    public VisitDay? FirstDay => Array.Find(Days, d => d.Base is not (DayBase.None or DayBase.EmergencyAlone));

    /// <summary>Whether the patient lives in a building with 管理療養費 or 包括型 in the month; empty: not counted there.</summary>
    public string Residence => Array.FindLast(Days, d => d.IsOrdinary || d.Base == DayBase.Inclusive)?.Building ?? "";
}
