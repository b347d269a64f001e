using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>A station as the platform plane knows it; its id is the tenant's.</summary>
/// <param name="SecondFactor">Whether its people are asked for a code at sign-in.</param>
internal sealed record Tenant(string StationName, string StationCode, DateTimeOffset OpenedAt, SecondFactor SecondFactor = SecondFactor.On) {
    public static readonly DocumentIndex<Tenant> ByOpening = new("opened", t => SortKeys.Of(t.OpenedAt));
    public static readonly DocumentKind<Tenant> Kind = new("tenant", ByOpening);
}
