using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Application.Identity;

/// <summary>
/// What a person types to say who she is. Width and case do not count, so that ＡＯＢＡ and aoba are one name; what looks the same and is not (Cyrillic а, a joiner that nobody sees) cannot
/// become a name at all.
/// </summary>
internal static class LoginName {
    public const int Length = 100;
    private const string Marks = "._-@+";

    /// <summary>As it is stored and shown. One with other signs, of an older account, stays as it was.</summary>
    public static string Of(string typed) => (HalfWidth.Of(typed) is var narrow && narrow.All(char.IsAscii) ? narrow : typed).Trim();

    /// <summary>For a new account. Names that were given earlier go on being good for signing in.</summary>
    public static bool IsNew(string typed) => Of(typed) is { Length: > 0 and <= Length } name && name.All(c => char.IsAsciiLetterOrDigit(c) || Marks.Contains(c, StringComparison.Ordinal));

    /// <summary>A name may be anything a person can type; an id may not.</summary>
    public static string IdOf(string typed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(typed).ToLowerInvariant())));
}
