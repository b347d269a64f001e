using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fees;

/// <summary>All generations of fee tables at hand: those the product carries, and imported masters, which go before them.</summary>
/// <param name="imported">Of two for the same month the one that begins later holds.</param>
public sealed class FeeSchedules(IEnumerable<FeeSchedule> imported) {
    private static readonly FeeSchedule[] Carried = [FeeSchedule.Release202406, FeeSchedule.Release202606];
    private readonly FeeSchedule[] _imported = [.. imported.OrderByDescending(s => s.First)];

    public static FeeSchedules BuiltIn { get; } = new([]);

    /// <summary>Which masters were imported, for example <c>fees-2026-06:3f9a01c2</c>: the same text says the same tables. Null without any.</summary>
    public string? Version { get; } = Named([.. imported]);

    /// <summary>Every generation, imported ones first.</summary>
    public IEnumerable<FeeSchedule> All => [.. _imported, .. Carried];

    /// <summary>The schedule of a service month, or null where there is none.</summary>
    public FeeSchedule? For(ServiceMonth month) => Array.Find(_imported, s => s.Covers(month)) ?? Array.Find(Carried, s => s.Covers(month));

    private static string? Named(FeeSchedule[] imported) =>
        imported.Length == 0 ? null : string.Join(' ', imported.OrderBy(s => s.Release, StringComparer.Ordinal).Select(s => $"fees-{s.Release}:{FeePack.Digest(s)[..8]}"));
}
