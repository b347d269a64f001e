using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Support;

/// <summary>The station lets the desk look for a time. It ends by itself; nothing has to happen for that.</summary>
internal sealed record StationGrant(DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? EndedAt, string Why, string GivenBy) {
    public static readonly DocumentIndex<StationGrant> ByTime = new("from", g => SortKeys.Of(g.From));
    public static readonly DocumentKind<StationGrant> Kind = new("desk-grant", ByTime);

    public bool HoldsAt(DateTimeOffset now) => EndedAt is null && now < Until;

    /// <summary>The one that holds; null when none does.</summary>
    public static async Task<Stored<StationGrant>?> Now(TenantScope tenant, CancellationToken stop) =>
        (await tenant.Documents.Query(new IndexQuery<StationGrant>(Kind, ByTime, IndexRange.All, QueryOrder.Descending, 1), stop)).Items.FirstOrDefault(g => g.Value.HoldsAt(tenant.Now));

    public GrantRow Row(string id, DateTimeOffset now) => new(id, From, Until, EndedAt, Why, HoldsAt(now));
}

/// <summary>One look of the desk, in the station's own log.</summary>
internal sealed record DeskLook(DateTimeOffset At, string Person, string? GrantId) {
    public static readonly DocumentIndex<DeskLook> ByTime = new("at", l => SortKeys.Of(l.At));
    public static readonly DocumentKind<DeskLook> Kind = new("desk-look", ByTime);
}
