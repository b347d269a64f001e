namespace ClaimsCloud.Domain.Fees;

/// <summary>One column of one code that is not what it was.</summary>
/// <param name="Column">Official name, Japanese.</param>
public sealed record FeeChange(string Code, string Column, string Old, string New);

/// <summary>What differs between two generations of the tables.</summary>
/// <param name="Changed">In the order of the new table.</param>
/// <param name="AddOnsAdded">Group, code and 加算識別, set off by spaces.</param>
/// <param name="ExclusionsAdded">Code, the other code, 背反区分, 背反単位 and 特例条件, set off by spaces.</param>
public sealed record ScheduleDiff(IReadOnlyList<Fee> Added, IReadOnlyList<Fee> Removed, IReadOnlyList<FeeChange> Changed,
    IReadOnlyList<string> AddOnsAdded, IReadOnlyList<string> AddOnsRemoved, IReadOnlyList<string> ExclusionsAdded, IReadOnlyList<string> ExclusionsRemoved) {
    private static readonly (string Name, Func<Fee, string> Value)[] Columns = [
        ("省略名称", f => f.Name), ("告示番号", f => $"{f.Section}-{f.Branch}-{f.Item}"), ("金額識別", f => f.AmountKind.ToString()), ("金額", f => string.Join(' ', f.Amounts.Select((a, i) => i == 0 ? $"{a.Value}" : $"{a.Value}@{a.From:yyyyMMdd}"))),
        ("下限年齢", f => $"{f.AgeFrom}"), ("上限年齢", f => $"{f.AgeBelow}"), ("職種区分", f => string.Join(' ', f.StaffCodes)), ("実施回数区分", f => $"{(int)f.VisitCount}"),
        ("指示区分", f => string.Join(' ', f.InstructionKinds)), ("加算単独算定区分", f => f.StandsAlone ? "1" : "0"), ("加算グループ", f => f.AddOnGroup ?? ""),
        ("施設基準グループ", f => f.FacilityGroup ?? ""), ("施設基準コード", f => string.Join(' ', f.FacilityStandards)),
        ("算定回数限度", f => string.Join(' ', f.Limits.Select(l => $"{Words.Write(l.Unit)}:{l.Max}"))), ("レセプト表示", f => $"{f.Display.Area}-{f.Display.Item}-{f.Display.Order}"),
        ("レセプト表示用記号", f => f.Marks), ("種類", f => f.ReviewClass), ("医療観察法対象区分", f => f.MedicalObservation ? "1" : "0"),
        ("変更年月日", f => $"{f.ValidFrom:yyyyMMdd}"), ("廃止年月日", f => f.ValidTo == DateOnly.MaxValue ? "99999999" : $"{f.ValidTo:yyyyMMdd}"),
    ];

    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count + AddOnsAdded.Count + AddOnsRemoved.Count + ExclusionsAdded.Count + ExclusionsRemoved.Count == 0;

    public static ScheduleDiff Between(FeeSchedule before, FeeSchedule after) {
        var (addOnsAdded, addOnsRemoved) = Rows(before, after, s => s.AddOnGroups.SelectMany(g => s.AddOns(g).Select(a => $"{g} {a.Code} {a.Alternative}")));
        var (exclusionsAdded, exclusionsRemoved) = Rows(before, after,
            s => s.Fees.SelectMany(f => s.Exclusions(f.Code).Select(e => $"{f.Code} {e.Other} {(int)e.Effect} {(int)e.Unit + 1} {(int)e.Condition}")));
        return new([.. after.Fees.Where(f => before.Find(f.Code) is null)], [.. before.Fees.Where(f => after.Find(f.Code) is null)],
            [.. after.Fees.SelectMany(f => before.Find(f.Code) is { } old ? Changes(old, f) : [])], addOnsAdded, addOnsRemoved, exclusionsAdded, exclusionsRemoved);
    }

    private static IEnumerable<FeeChange> Changes(Fee old, Fee now) =>
        Columns.Where(c => c.Value(old) != c.Value(now)).Select(c => new FeeChange(now.Code, c.Name, c.Value(old), c.Value(now)));

    private static (string[] Added, string[] Removed) Rows(FeeSchedule before, FeeSchedule after, Func<FeeSchedule, IEnumerable<string>> rows) {
        var (old, now) = (rows(before).ToHashSet(), rows(after).ToHashSet());
        return ([.. now.Where(r => !old.Contains(r)).Order(StringComparer.Ordinal)], [.. old.Where(r => !now.Contains(r)).Order(StringComparer.Ordinal)]);
    }
}
