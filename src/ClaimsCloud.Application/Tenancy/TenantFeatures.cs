using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>Which parts of the product a station has; on the platform plane, its id is the tenant's. Everything is on until somebody switches it.</summary>
public sealed record TenantFeatures(IReadOnlyDictionary<string, SwitchedFeature> Switched) {
    internal static readonly TenantFeatures AllOn = new(new Dictionary<string, SwitchedFeature>());
    internal static readonly DocumentKind<TenantFeatures> Kind = new("tenant-features");

    public IReadOnlyList<FeatureRow> Rows => [.. Enum.GetValues<Feature>().Select(f => Switched.GetValueOrDefault($"{f}") is { } s ? new FeatureRow(f, s.On, s.At, s.Why) : new(f, true, null, null))];

    /// <summary>Read at each call that needs the part: a switch holds at once, on every node.</summary>
    public static async Task<bool> Has(Feature feature, TenantId tenant, PlatformScope platform, CancellationToken stop) =>
        (await platform.Documents.Get(Kind, tenant.Value, stop))?.Value.Switched.GetValueOrDefault($"{feature}")?.On ?? true;
}

public sealed record SwitchedFeature(bool On, DateTimeOffset At, string Why);
