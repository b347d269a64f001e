using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Identity;

/// <summary>How a person signs in, and into what.</summary>
/// <param name="TenantId">Null for the vendor's desk.</param>
/// <param name="Failures">Wrong passwords since the last right one.</param>
internal sealed record Account(string PersonId, string LoginName, string DisplayName, string? TenantId, string Role, string PasswordHash, int Failures, DateTimeOffset? LockedUntil) {
    public static readonly DocumentKind<Account> Kind = new("account");

    /// <summary>A login name may be anything a person can type; the id may not.</summary>
    public static string IdOf(string loginName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(loginName.Trim().ToLowerInvariant())));
}
