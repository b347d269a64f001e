using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>A station as the platform plane knows it; its id is the tenant's.</summary>
internal sealed record Tenant(string StationName, string StationCode, DateTimeOffset OpenedAt) {
    public static readonly DocumentIndex<Tenant> ByOpening = new("opened", t => SortKeys.Of(t.OpenedAt));
    public static readonly DocumentKind<Tenant> Kind = new("tenant", ByOpening);
}
