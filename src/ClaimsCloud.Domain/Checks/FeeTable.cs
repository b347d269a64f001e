using System.Collections.Concurrent;
using System.Collections.Frozen;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>What one fee does to another that stands near it (併算定背反), read as "given the first, the status of the second".</summary>
[Flags]
internal enum Clash : byte {
    None = 0,
    OneOfBothInDay = 1,
    OtherFallsInDay = 2,
    OneOfBothInMonth = 4,
    OtherFallsInMonth = 8,
    OneOfBothAtOnce = 16,
    /// <summary>A condition outside the table decides.</summary>
    Conditional = 32,
    /// <summary>The table's word is assumed only.</summary>
    Doubtful = 64,
}

/// <summary>A fee schedule arranged for the checks: look-up by bytes, exclusions as a square.</summary>
internal sealed class FeeTable {
    private static readonly ConcurrentDictionary<FeeSchedule, FeeTable> Tables = new();

    private readonly int _count;
    private readonly FrozenDictionary<int, FeeEntry> _entries;
    private readonly Clash[] _clashes;
    private readonly byte[] _alternatives;

    private FeeTable(FeeSchedule schedule) {
        Schedule = schedule;
        Entries = [.. schedule.Fees.Select((fee, index) => new FeeEntry(fee, index))];
        _count = Entries.Count;
        _entries = Entries.ToFrozenDictionary(e => int.Parse(e.Code));
        _alternatives = new byte[_count * _count];
        foreach (var entry in Entries)
            foreach (var addOn in entry.Fee.AddOnGroup is { } group ? schedule.AddOns(group) : [])
                if (_entries.GetValueOrDefault(int.Parse(addOn.Code)) is { } other) _alternatives[(entry.Index * _count) + other.Index] = byte.Parse(addOn.Alternative);
        _clashes = new Clash[_count * _count];
        foreach (var entry in Entries)
            foreach (var exclusion in schedule.Exclusions(entry.Code))
                if (_entries.GetValueOrDefault(int.Parse(exclusion.Other)) is { } other) _clashes[(entry.Index * _count) + other.Index] |= ClashOf(exclusion);
        foreach (var entry in Entries) entry.Complete(Entries.Aggregate(Clash.None, (all, other) => all | Between(entry, other) | Between(other, entry)));
    }

    /// <summary>加算識別 of the add-on on the base fee; 0 when the base does not take it.</summary>
    public int Alternative(FeeEntry @base, FeeEntry addOn) => _alternatives[(@base.Index * _count) + addOn.Index];

    public FeeSchedule Schedule { get; }
    public IReadOnlyList<FeeEntry> Entries { get; }

    /// <summary>The table of a service month, or null where the project holds none.</summary>
    public static FeeTable? For(ServiceMonth month, FeeSchedules schedules) =>
        schedules.For(month) is { } schedule ? Tables.GetOrAdd(schedule, s => new FeeTable(s)) : null;

    public FeeEntry? Find(ReadOnlySpan<byte> code) => code.Length == 9 && Digits.TryInt(code, out var number) ? _entries.GetValueOrDefault(number) : null;

    public Clash Between(FeeEntry given, FeeEntry other) => _clashes[(given.Index * _count) + other.Index];

    private static Clash ClashOf(FeeExclusion exclusion) =>
        ((exclusion.Effect, exclusion.Unit) switch {
            (ExclusionEffect.OtherStands, _) => Clash.None,
            (ExclusionEffect.OneOfBoth, ExclusionUnit.Day) => Clash.OneOfBothInDay,
            (ExclusionEffect.OtherFalls, ExclusionUnit.Day) => Clash.OtherFallsInDay,
            (ExclusionEffect.OneOfBoth, ExclusionUnit.SameTime) => Clash.OneOfBothAtOnce,
            (ExclusionEffect.OneOfBoth, _) => Clash.OneOfBothInMonth,
            _ => Clash.OtherFallsInMonth,
        })
        | (exclusion.Condition == ExclusionCondition.OutsideTable ? Clash.Conditional : Clash.None)
        | (exclusion.Certainty == Certainty.Doubtful ? Clash.Doubtful : Clash.None);
}
