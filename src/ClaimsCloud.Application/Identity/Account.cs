using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Identity;

/// <summary>How a person signs in, and into what.</summary>
/// <param name="TenantId">Null for the vendor.</param>
/// <param name="Key">Of the second factor, sealed by the <see cref="SecretBox"/>.</param>
/// <param name="Failures">Wrong passwords and codes since the last complete sign-in.</param>
internal sealed record Account(string PersonId, string LoginName, string DisplayName, string? TenantId, string Role, string PasswordHash, string Key, int Failures, DateTimeOffset? LockedUntil) {
    private const int MostFailures = 5;
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    /// <summary>She has shown a code of her key.</summary>
    public bool KeyShown { get; init; }
    /// <summary>The last step of the clock whose code was used.</summary>
    public long KeyStep { get; init; }
    /// <summary>Hashes of those that are left.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];

    public static readonly DocumentIndex<Account> ByPerson = new("person", a => a.PersonId);
    public static readonly DocumentIndex<Account> ByHouse = new("house", a => HouseOf(a.TenantId));
    public static readonly DocumentKind<Account> Kind = new("account", ByPerson, ByHouse);

    public static string IdOf(string loginName) => Identity.LoginName.IdOf(loginName);

    public static string HouseOf(string? tenantId) => tenantId is null ? "vendor" : "station|" + tenantId;

    public static async Task<Stored<Account>?> Of(string personId, PlatformScope platform, CancellationToken stop) =>
        (await platform.Documents.Query(new IndexQuery<Account>(Kind, ByPerson, IndexRange.Exactly(personId), QueryOrder.Ascending, 1), stop)).Items is [var only] ? only : null;

    /// <summary>Always for the vendor; for a station unless it chose otherwise.</summary>
    public async Task<SecondFactor> SecondFactor(PlatformScope platform, CancellationToken stop) => TenantId is null ? Contracts.SecondFactor.On
        : (await platform.Documents.Get(Tenant.Kind, TenantId, stop))?.Value.SecondFactor ?? Contracts.SecondFactor.On;

    /// <summary>A lock that ends later than any does was made under another clock.</summary>
    public bool IsLocked(DateTimeOffset now) => LockedUntil > now && LockedUntil <= now + Lock;

    public Account Failed(DateTimeOffset now) {
        // A lock that ran out is forgotten with the failures that led to it.
        var failures = (LockedUntil is null ? Failures : 0) + 1;
        return this with { Failures = failures, LockedUntil = failures >= MostFailures ? now + Lock : null };
    }

    public Account SignedIn() => this with { Failures = 0, LockedUntil = null };
}
