using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>What is true of a patient on a day.</summary>
internal sealed class PatientFacts(Patient patient, StationMonth station) {
    private readonly ListedCondition[] _listed = [.. station.Rows.ListedConditions[patient.Key]];
    private readonly Instruction[] _instructions = [.. station.Rows.Instructions[patient.Key]];
    private readonly Residence[] _residences = [.. station.Rows.Residences[patient.Key].OrderBy(r => r.From).ThenBy(r => r.Key, StringComparer.Ordinal)];

    public Patient Patient => patient;
    public StationMonth Station => station;

    public Condition? Condition { get; } = station.Rows.Conditions[patient.Key].MinBy(c => c.Key, StringComparer.Ordinal);

    public int AgeOn(DateOnly day) {
        var age = day.Year - patient.BirthDate.Year;
        return day.Month < patient.BirthDate.Month || (day.Month == patient.BirthDate.Month && day.Day < patient.BirthDate.Day) ? age - 1 : age;
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

    public Residence? ResidenceOn(DateOnly day) => Array.FindLast(_residences, r => Period.Covers(r.From, r.Until, day));

    public bool HasInstruction(string kind, DateOnly day) => Array.Exists(_instructions, i => i.Kind == kind && Period.Covers(i.From, i.Until, day));

    public bool SeveralStaffNeeded(DateOnly day) =>
        Array.Exists(_instructions, i => i.SeveralStaffNeeded && i.Kind is "03" or "04" && Period.Covers(i.From, i.Until, day));

    public bool Agreed(AgreementKind kind, DateOnly day) =>
        station.Rows.Agreements[patient.Key].Any(a => a.Kind == kind && Period.Covers(a.From, a.Until, day));

    /// <summary>Within three months of a discharge from a psychiatric ward.</summary>
    public bool WithinThreeMonthsOfPsychiatricDischarge(DateOnly day) =>
        station.Rows.HospitalStays[patient.Key].Any(s => s.Psychiatric && s.Until is { } left && day > left && day <= left.AddMonths(3));

    private bool HasListed(DateOnly day, string first, string last) {
        foreach (var row in _listed)
            if (string.CompareOrdinal(row.Code, first) >= 0 && string.CompareOrdinal(row.Code, last) <= 0 && Period.Covers(row.From, row.Until, day)) return true;
        return false;
    }
}
