using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ClaimsCloud.Application.Shared;

/// <summary>The place in an index after which the next page begins; opaque to whoever carries it.</summary>
public sealed record Continuation(string Value, string Id) {
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Id}\n{Value}"));

    /// <summary>False for anything that <see cref="ToString"/> did not make: it may come from outside.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Continuation? continuation) {
        continuation = null;
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text)) return false;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n', 2);
        if (parts.Length != 2 || !DocumentLimits.IsId(parts[0])) return false;
        continuation = new(parts[1], parts[0]);
        return true;
    }
}
