using System.Collections.Frozen;
using System.Runtime.InteropServices;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>A bundle with its rows found by key. What comes out never depends on the order of the rows: lists are sorted where they are taken.</summary>
internal sealed class StationMonth {
    /// <summary>First month of the five tiers of users in a building, sites, 包括型 and the rest of the 2026 revision.</summary>
    private static readonly ServiceMonth FirstTieredMonth = ServiceMonth.Of(2026, 6);

    private readonly Dictionary<string, StaffMember> _staff;
    private StaffMember? _lastStaff;
    private readonly Dictionary<string, Building> _buildings;
    private readonly Dictionary<string, DateOnly> _specialistFrom;
    private readonly FrozenDictionary<string, FacilityStandard[]> _standards;
    /// <summary>By family, in the official order.</summary>
    private readonly MonthFee[][] _families = new MonthFee[Enum.GetValues<FeeFamily>().Length][];
    private readonly Dictionary<ReasonCounts, string> _texts = [];

    public StationMonth(MonthBundle bundle, FeeSchedule schedule) {
        (Bundle, Schedule, FirstDay, LastDay) = (bundle, schedule, bundle.Month.FirstDay, bundle.Month.LastDay);
        _staff = ByKey(bundle.Staff, s => s.Key);
        _buildings = ByKey(bundle.Buildings, b => b.Key);
        _specialistFrom = bundle.Trainings.GroupBy(t => t.Staff).ToDictionary(g => g.Key, g => g.Min(t => t.CompletedOn), StringComparer.Ordinal);
        _standards = bundle.FacilityStandards.GroupBy(s => s.Code.TrimStart('0')).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        var printOrder = schedule.Fees.OrderBy(f => f.Display.Area, StringComparer.Ordinal).ThenBy(Rank).ThenBy(f => f.Display.Item, StringComparer.Ordinal)
            .ThenBy(f => f.Code, StringComparer.Ordinal).Index().ToDictionary(f => f.Item.Code, f => f.Index);
        var families = schedule.Fees.Where(f => f.Conditions is not null).ToLookup(f => f.Conditions!.Family, f => new MonthFee(f, printOrder[f.Code], this));
        foreach (var family in Enum.GetValues<FeeFamily>()) _families[(int)family] = [.. families[family]];
        Rows = new PatientTables(bundle);
    }

    public MonthBundle Bundle { get; }
    public FeeSchedule Schedule { get; }
    public PatientTables Rows { get; }
    public ServiceMonth Month => Bundle.Month;
    public DateOnly FirstDay { get; }
    public DateOnly LastDay { get; }
    public bool FromRevision2026 => Month >= FirstTieredMonth;

    /// <summary>In the order of their keys.</summary>
    public IEnumerable<Patient> Patients => Bundle.Patients.OrderBy(p => p.Key, StringComparer.Ordinal);

    /// <summary>One visit after the other is mostly of the same person.</summary>
    public StaffMember? Staff(string key) => _lastStaff?.Key == key ? _lastStaff : _lastStaff = _staff.GetValueOrDefault(key);

    /// <summary>施設基準コード are four digits in a bundle; the master drops leading zeros (892).</summary>
    public bool Files(string standard, DateOnly day) {
        if (!_standards.TryGetValue(standard, out var filed)) return false;
        foreach (var one in filed)
            if (Period.Covers(one.From, one.Until, day)) return true;
        return false;
    }

    /// <summary>False also where two filings together make the month whole: then <see cref="Files"/> knows.</summary>
    public bool FilesAllMonth(string standard) =>
        _standards.TryGetValue(standard, out var filed) && Array.Exists(filed, f => f.From <= FirstDay && (f.Until is not { } until || until >= LastDay));

    public bool Contains(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>Whether a period has a day of the month.</summary>
    public bool Meets(DateOnly from, DateOnly? until) => Period.Meets(from, until, FirstDay, LastDay);

    /// <summary>The codes of a family, in the official order.</summary>
    public MonthFee[] Fees(FeeFamily family) => _families[(int)family];

    /// <summary>The one code that fits the facts on that day, as <see cref="FeeSchedule.Select"/> has it.</summary>
    public MonthFee? Select(in FeeFacts facts, DateOnly day) {
        foreach (var fee in _families[(int)facts.Family])
            if (fee.Fee.ValidOn(day) && fee.Fee.Conditions!.Fit(facts)) return fee;
        return null;
    }

    /// <summary>The text of a reason that only counts decide. Thousands of lines have the same counts, so that their text is made once.</summary>
    public string Text(FeeRule rule, (int A, int B, int C, int D) counts, Func<(int, int, int, int), string> text) {
        var key = new ReasonCounts(rule, counts.A, counts.B, counts.C, counts.D);
        if (!_texts.TryGetValue(key, out var known)) known = _texts[key] = text(counts);
        return known;
    }

    public bool IsSpecialist(StaffMember staff, DateOnly day) => _specialistFrom.TryGetValue(staff.Key, out var from) && from <= day;

    public Building? Building(string? key) => key is null ? null : _buildings.GetValueOrDefault(key);

    /// <summary>What counts as one building: the site from 2026-06 (同一敷地内), the building before.</summary>
    public string BuildingGroup(string key) => FromRevision2026 && Building(key)?.Site is { Length: > 0 } site ? "site/" + site : "building/" + key;

    /// <summary>Order of the lines of a day: by area of print, base before add-on, 特別地域 directly below its base, then by item.</summary>
    private static int Rank(Fee fee) => fee.Role == FeeRole.Base ? 0 : fee.Conditions?.Family == FeeFamily.SpecialArea ? 1 : 2;

    /// <summary>Two rows of one key are refused before a bundle comes here.</summary>
    private static Dictionary<string, T> ByKey<T>(IReadOnlyList<T> rows, Func<T, string> key) {
        var byKey = new Dictionary<string, T>(rows.Count, StringComparer.Ordinal);
        foreach (var row in rows) byKey.TryAdd(key(row), row);
        return byKey;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct ReasonCounts(FeeRule Rule, int A, int B, int C, int D) {
        public override int GetHashCode() => unchecked((((((A * 31) + B) * 31) + C) * 31) + D);
    }
}
