using System.Collections.Frozen;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>A bundle with its rows found by key. What comes out never depends on the order of the rows: lists are sorted where they are taken.</summary>
internal sealed class StationMonth {
    /// <summary>First month of the five tiers of users in a building, sites, 包括型 and the rest of the 2026 revision.</summary>
    private static readonly ServiceMonth FirstTieredMonth = ServiceMonth.Of(2026, 6);

    private readonly FrozenDictionary<string, StaffMember> _staff;
    private readonly FrozenDictionary<string, Building> _buildings;
    private readonly FrozenDictionary<string, Visit> _visits;
    private readonly ILookup<string, StaffTraining> _trainings;
    private readonly ILookup<string, FacilityStandard> _standards;

    public StationMonth(MonthBundle bundle, FeeSchedule schedule) {
        (Bundle, Schedule) = (bundle, schedule);
        _staff = First(bundle.Staff, s => s.Key);
        _buildings = First(bundle.Buildings, b => b.Key);
        _visits = First(bundle.Visits, v => v.Key);
        _trainings = bundle.Trainings.ToLookup(t => t.Staff);
        _standards = bundle.FacilityStandards.ToLookup(s => s.Code.TrimStart('0'));
        Rows = new PatientTables(bundle);
    }

    public MonthBundle Bundle { get; }
    public FeeSchedule Schedule { get; }
    public PatientTables Rows { get; }
    public ServiceMonth Month => Bundle.Month;
    public bool FromRevision2026 => Month >= FirstTieredMonth;

    /// <summary>In the order of their keys.</summary>
    public IEnumerable<Patient> Patients => Bundle.Patients.OrderBy(p => p.Key, StringComparer.Ordinal);

    public StaffMember? Staff(string key) => _staff.GetValueOrDefault(key);

    public Visit? Visit(string key) => _visits.GetValueOrDefault(key);

    /// <summary>施設基準コード are four digits in a bundle; the master drops leading zeros (892).</summary>
    public bool Files(string standard, DateOnly day) => _standards[standard].Any(s => Period.Covers(s.From, s.Until, day));

    public bool IsSpecialist(StaffMember staff, DateOnly day) => _trainings[staff.Key].Any(t => t.CompletedOn <= day);

    public Building? Building(string? key) => key is null ? null : _buildings.GetValueOrDefault(key);

    /// <summary>What counts as one building: the site from 2026-06 (同一敷地内), the building before.</summary>
    public string BuildingGroup(string key) => FromRevision2026 && Building(key)?.Site is { Length: > 0 } site ? "site/" + site : "building/" + key;

    private static FrozenDictionary<string, T> First<T>(IEnumerable<T> rows, Func<T, string> key) =>
        rows.GroupBy(key).ToFrozenDictionary(g => g.Key, g => g.First());
}
