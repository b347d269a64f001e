namespace ClaimsCloud.Application.Identity;

/// <summary>What lasts from one time to another, told by clocks of several nodes that may also be put back.</summary>
internal static class Lifetime {
    /// <summary>Between the clocks of two nodes.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    /// <summary>Neither before nor after: what begins later than now is of a clock that ran ahead, and would last as much longer.</summary>
    public static bool Holds(DateTimeOffset from, DateTimeOffset until, DateTimeOffset now) => now < until && from <= now + Leeway;
}
