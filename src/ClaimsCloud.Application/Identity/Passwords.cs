using Microsoft.AspNetCore.Identity;

namespace ClaimsCloud.Application.Identity;

/// <summary>The framework's hasher (PBKDF2 with a salt of its own); the account plays no part in it.</summary>
internal static class Passwords {
    public const int ShortestLength = 8;
    public const int LongestLength = 200;
    private static readonly PasswordHasher<Account> Hasher = new();
    private static readonly Account Nobody = new("", "", "", null, "", "", "", 0, null);

    /// <summary>Checked when there is no account, so that an unknown login name takes as long as a wrong password.</summary>
    public static readonly string HashOfNobody = Hash("nobody has this password");

    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    public static bool Match(string hash, string password) => Hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;
}
