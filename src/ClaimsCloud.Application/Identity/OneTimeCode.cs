using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Identity;

/// <summary>Recovery codes and invitations: 16 characters that nobody reads as something else (72 bits), of which the store knows only the hash.</summary>
internal static class OneTimeCode {
    private const string Alphabet = "34679ACDEFGHJKMNPQRTWXY";
    private const int Length = 16, GroupLength = 4;

    /// <summary>In groups, as a person reads it.</summary>
    public static string New(IdSource ids) => string.Join('-', ids.Text(Alphabet, Length).Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>Of a code as somebody typed it; null when it cannot be one.</summary>
    public static string? HashOf(string typed) {
        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        return code.Length == Length && code.All(Alphabet.Contains) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code))) : null;
    }
}
