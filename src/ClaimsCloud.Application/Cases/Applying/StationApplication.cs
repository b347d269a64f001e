using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Cases.Applying;

/// <summary>What a station typed into the public form. Whoever has the key may go on; the store only knows its hash.</summary>
/// <param name="CaseId">Null in a draft.</param>
/// <param name="IsDuplicate">The code was in another open case when it came in.</param>
internal sealed record StationApplication(IReadOnlyDictionary<string, string> Answers, DateTimeOffset ChangedAt, string? CaseId, bool IsDuplicate) {
    /// <summary>How long a draft is kept after its last change.</summary>
    public static readonly TimeSpan DraftLife = TimeSpan.FromDays(90);

    /// <summary>Drafts only.</summary>
    public static readonly DocumentIndex<StationApplication> ByDraft = new("draft", a => a.CaseId is null ? SortKeys.Of(a.ChangedAt) : null);
    public static readonly DocumentKind<StationApplication> Kind = new("station-application", ByDraft);

    public static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
