using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>A one-time code, stored under its hash: who reads the store cannot enrol.</summary>
/// <param name="DeviceId">The device that used it; null until then.</param>
internal sealed record EnrolmentTicket(string TenantId, string StationName, DateTimeOffset ExpiresAt, string? DeviceId) {
    /// <summary>Nothing that is read as something else: no 0 O 1 I L, no U V, no 5 S, no 2 Z, no 8 B.</summary>
    public const string Alphabet = "34679ACDEFGHJKMNPQRTWXY";
    public const int CodeLength = 12;
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public static readonly DocumentIndex<EnrolmentTicket> ByExpiry = new("expires", t => SortKeys.Of(t.ExpiresAt));
    public static readonly DocumentKind<EnrolmentTicket> Kind = new("enrolment-ticket", ByExpiry);

    /// <summary>The document id for a code as a person typed it; null when it cannot be a code.</summary>
    public static string? IdOf(string typed) {
        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        return code.Length == CodeLength && code.All(Alphabet.Contains) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code))) : null;
    }
}
