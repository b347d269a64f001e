using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>What is true of a patient on a day.</summary>
internal sealed class PatientFacts(Patient patient, StationMonth station) {
    private readonly ListedCondition[] _listed = station.Rows.ListedConditions[patient.Key];
    private readonly Instruction[] _instructions = station.Rows.Instructions[patient.Key];
    private readonly Residence[] _residences = station.Rows.Residences[patient.Key];
    private readonly (int Year, int Month, int Day) _birth = (patient.BirthDate.Year, patient.BirthDate.Month, patient.BirthDate.Day);
    private Visit[]? _visitsNotPaidForByAll;
    private readonly OtherStation[] _otherStations = station.Rows.OtherStations[patient.Key];

    public Patient Patient => patient;
    public StationMonth Station => station;

    public Condition? Condition { get; } = station.Rows.Conditions[patient.Key].FirstOrDefault();

    /// <summary>Visits that a public expense was taken away from.</summary>
    public Visit[] VisitsNotPaidForByAll => _visitsNotPaidForByAll ??= Array.FindAll(station.Rows.Visits[patient.Key], v => v.NotPaidBy.Count > 0);

    public int AgeOn(DateOnly day) {
        var (year, month, date) = day;
        return year - _birth.Year - (month < _birth.Month || (month == _birth.Month && date < _birth.Day) ? 1 : 0);
    }

    /// <summary>別表７.</summary>
    public bool HasAppendix7(DateOnly day) => HasListed(day, "001", "020");

    /// <summary>別表８; codes behind 059 are for what later releases add.</summary>
    public bool HasAppendix8(DateOnly day) => HasListed(day, "041", "089");

    /// <summary>別表８ 第１号: 2,500 yen become 5,000.</summary>
    public bool HasSevereManagement(DateOnly day) => HasListed(day, "041", "046");

    /// <summary>超重症児・準超重症児.</summary>
    public bool IsSevereChild(DateOnly day) => HasListed(day, "091", "092");

    public bool IsListed(DateOnly day) => HasAppendix7(day) || HasAppendix8(day);

    public Residence? ResidenceOn(DateOnly day) {
        for (var i = _residences.Length - 1; i >= 0; i--)
            if (Period.Covers(_residences[i].From, _residences[i].Until, day)) return _residences[i];
        return null;
    }

    public bool HasInstruction(string kind, DateOnly day) {
        foreach (var order in _instructions)
            if (order.Kind == kind && Period.Covers(order.From, order.Until, day)) return true;
        return false;
    }

    public bool SeveralStaffNeeded(DateOnly day) =>
        Array.Exists(_instructions, i => i.SeveralStaffNeeded && i.Kind is "03" or "04" && Period.Covers(i.From, i.Until, day));

    /// <summary>Another station made its planned visit on the day.</summary>
    public bool OtherStationVisits(DateOnly day) => _otherStations.Length > 0 && Array.Exists(_otherStations, o => o.VisitDays.Contains(day));

    public bool Agreed(AgreementKind kind, DateOnly day) {
        foreach (var agreement in station.Rows.Agreements[patient.Key])
            if (agreement.Kind == kind && Period.Covers(agreement.From, agreement.Until, day)) return true;
        return false;
    }

    /// <summary>Within three months of a discharge from a psychiatric ward.</summary>
    public bool WithinThreeMonthsOfPsychiatricDischarge(DateOnly day) =>
        station.Rows.HospitalStays[patient.Key].Any(s => s.Psychiatric && s.Until is { } left && day > left && day <= left.AddMonths(3));

    private bool HasListed(DateOnly day, string first, string last) {
        foreach (var row in _listed)
            if (string.CompareOrdinal(row.Code, first) >= 0 && string.CompareOrdinal(row.Code, last) <= 0 && Period.Covers(row.From, row.Until, day)) return true;
        return false;
    }
}
