using System.Security.Cryptography;
using System.Text;

namespace ClaimsCloud.Domain.Audit;

/// <summary>
/// The audit log of one scope as a chain of texts, and the lines of its file: a heading, a line <c>hash text</c> for each entry, an end line, each closed by LF. The hash of an
/// entry is that of the hash before it, a space, and the bytes of its text; the heading is what the first one follows.
/// </summary>
public static class AuditChain {
    internal const string Format = "claimscloud-audit 1 ";
    internal const string EndMark = "end ";

    public static string Heading(string scope) => Format + scope;

    /// <summary>What the first entry of a scope follows.</summary>
    public static string Start(string scope) => Hash(Encoding.UTF8.GetBytes(Heading(scope)));

    /// <returns>SHA-256, lower-case hex.</returns>
    public static string Next(string previous, string text) => Next(previous, Encoding.UTF8.GetBytes(text));

    public static string Line(string hash, string text) => $"{hash} {text}";

    public static string End(long entries, string head) => $"{EndMark}{entries} {head}";

    internal static string Next(string previous, ReadOnlySpan<byte> text) => Hash([.. Encoding.ASCII.GetBytes(previous), (byte)' ', .. text]);

    internal static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>The head that a log had once, known from elsewhere.</summary>
public sealed record AuditAnchor(long Number, string Hash);
