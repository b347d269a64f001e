using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>Codes that an earlier schedule had and the one of the month has not.</summary>
internal static class Superseded {
    /// <summary>The fee of the earlier schedule, or null.</summary>
    public static Fee? Find(FeeTable table, string code) =>
        table.Schedule == FeeSchedule.Release202406 || table.Schedule.Find(code) is not null ? null : FeeSchedule.Release202406.Find(code);

    /// <summary>What takes its place, for a person to choose from; empty when nothing does.</summary>
    public static IReadOnlyList<string> Successors(FeeTable table, Fee old) =>
        [.. table.Schedule.Fees.Where(f => f.Conditions is { } c && old.Conditions is { } before && c.Family == before.Family && Same(c.Care, before.Care)
            && c.Staff == before.Staff && c.Companion == before.Companion && c.Visits == before.Visits).Select(f => f.Code).Take(3)];

    private static bool Same(IReadOnlyList<CareKind> a, IReadOnlyList<CareKind> b) => a.SequenceEqual(b);
}
