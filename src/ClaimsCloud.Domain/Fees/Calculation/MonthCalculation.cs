using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>What a patient's month comes to.</summary>
/// <param name="Patient">Key.</param>
/// <param name="Lines">In the order of the file; empty when nothing is billed.</param>
/// <param name="Findings">Missed revenue as hints, doubts as not checked, bad data as claim refused.</param>
public sealed record PatientFees(string Patient, IReadOnlyList<FeeLine> Lines, IReadOnlyList<BundleFinding> Findings);

/// <summary>Fees of a station's month from what it recorded: pure, the same for every order of the rows, one patient after the other in memory that does not grow.</summary>
public sealed class MonthCalculation {
    private readonly StationMonth _station;
    private readonly HeadCounts _heads;

    /// <param name="bundle">Complete: head counts of buildings run over all patients.</param>
    /// <param name="schedule">The one that covers the month.</param>
    /// <exception cref="ArgumentException">The schedule is of another time.</exception>
    public MonthCalculation(MonthBundle bundle, FeeSchedule schedule) {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(schedule);
        if (!schedule.Covers(bundle.Month)) throw new ArgumentException($"schedule {schedule.Release} does not cover {bundle.Month}", nameof(schedule));
        _station = new StationMonth(bundle, schedule);
        _heads = new HeadCounts(_station);
    }

    internal StationMonth Station => _station;

    /// <summary>Every patient of the bundle, in the order of their keys.</summary>
    public IEnumerable<PatientFees> Patients() => _station.Patients.Select(p => Calculate(new PatientMonth(p, _station)));

    internal PatientFees Calculate(PatientMonth month) {
        var sheet = new FeeSheet(month);
        foreach (var rule in FeeRules.All) rule.Bill(month, _heads, sheet);
        return new(month.Patient.Key, sheet.Sorted(), month.Findings.All);
    }
}
