using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>One patient's days, with all counts that need no other patient. Days before the month are context: they count, but are not billed.</summary>
internal sealed class PatientMonth {
    private readonly List<VisitDay> _all;

    public PatientMonth(Patient patient, StationMonth station) {
        Findings = new(patient.Key);
        Facts = new(patient, station);
        _all = DayReading.Days(Facts, Findings);
        WeekCount.Number(_all, Facts, Findings);
        AddOnCandidates.Decide(_all, Facts);
        Days = [.. _all.Where(d => station.Month.Contains(d.Date))];
        MonthCount.Number(Days);
    }

    public PatientFacts Facts { get; }
    public StationMonth Station => Facts.Station;
    public Patient Patient => Facts.Patient;
    public CalculationFindings Findings { get; }

    /// <summary>Days of the month, in order, billed or not.</summary>
    public IReadOnlyList<VisitDay> Days { get; }

    /// <summary>Also the days before the month that the bundle holds.</summary>
    public IReadOnlyList<VisitDay> DaysWithContext => _all;

    /// <summary>Days with 訪問看護管理療養費.</summary>
    public IEnumerable<VisitDay> ManagementDays => Days.Where(d => d.IsOrdinary);

    public VisitDay? FirstManagementDay => ManagementDays.FirstOrDefault();

    /// <summary>First day with a base fee of any kind.</summary>
    public VisitDay? FirstDay => Days.FirstOrDefault(d => d.Base is not (DayBase.None or DayBase.EmergencyAlone));

    /// <summary>Whether the patient lives in a building with 管理療養費 or 包括型 in the month; empty: not counted there.</summary>
    public string Residence => Days.LastOrDefault(d => d.IsOrdinary || d.Base == DayBase.Inclusive)?.Building ?? "";
}
