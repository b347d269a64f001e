using System.Security.Cryptography;

namespace ClaimsCloud.Application.Identity;

internal static class NewAccounts {
    public const int NameLength = 100;

    public static bool IsSound(string loginName, string displayName, string password) =>
        LoginName.IsNew(loginName) && displayName.Trim().Length is > 0 and <= NameLength && password.Length is >= Passwords.ShortestLength and <= Passwords.LongestLength;

    /// <param name="totpKey">Base 32, of an account whose second factor is already in somebody's hands; null: she sets it up at her first sign-in.</param>
    public static Account Make(string personId, string loginName, string displayName, string password, string? tenantId, string role, SecretBox secrets, string? totpKey = null) =>
        new(personId, LoginName.Of(loginName), displayName.Trim(), tenantId, role, Passwords.Hash(password),
            secrets.Seal(personId, totpKey is null ? RandomNumberGenerator.GetBytes(Totp.KeyLength) : Totp.FromBase32(totpKey)), 0, null) { KeyShown = totpKey is not null };
}
