using System.Security.Cryptography;

namespace ClaimsCloud.Domain.Eligibility.Exchange;

/// <summary>
/// A mark of a terminal's <c>encrypt.conf</c> or <c>encrypt_face.conf</c>, so that a change is noticed. Nothing but the mark leaves the site; the terminal's
/// passwords are elsewhere and never read.
/// </summary>
public static class ConfigFingerprint {
    /// <returns>SHA-256, 64 lower-case hexadecimal digits.</returns>
    public static string Of(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
