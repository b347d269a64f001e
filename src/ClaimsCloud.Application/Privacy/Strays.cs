using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Eligibility;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Privacy;

/// <summary>
/// Contents about patients that no document names: a call or a delivery broke off between its contents and the commit that would have named them. Nobody misses them, but an erasure must find them.
/// When each was seen first is noted, because one that is seen for the first time may be of a call at work.
/// </summary>
internal sealed record Strays(IReadOnlyDictionary<string, DateTimeOffset> FirstSeen) {
    public static readonly DocumentKind<Strays> Kind = new("stray-contents");
    public const string Id = "seen";

    /// <summary>The others are noted when these have gone.</summary>
    private const int Most = 1000;
    private static readonly TimeSpan LongestCall = TimeSpan.FromDays(1);

    /// <param name="blobs">As they were listed before <paramref name="others"/> were read.</param>
    /// <param name="others">What is known to be kept.</param>
    public static async Task<List<Holding>> Of(IReadOnlyList<string> blobs, IEnumerable<Holding> others, TenantScope tenant, CancellationToken stop) {
        var kept = others.SelectMany(h => h.Blobs).ToHashSet(StringComparer.Ordinal);
        var (found, noted) = (new List<Holding>(), (await tenant.Documents.Get(Kind, Id, stop))?.Value.FirstSeen);
        foreach (var blob in blobs.Where(b => !kept.Contains(b))) {
            if (await IsNamed(blob, tenant, stop)) continue;
            DateTimeOffset? seen = noted is not null && noted.TryGetValue(blob, out var at) ? at : null;
            found.Add(new(RetentionTable.Strays, blob, DateOnly.FromDateTime((seen ?? tenant.Now).InJapan())) { Blobs = [blob], NotYet = seen + LongestCall <= tenant.Now ? null : "書き込みの途中かもしれません。" });
        }
        return found;
    }

    /// <summary>Notes what is new and forgets what has gone. Who comes second lets the first one's note stand.</summary>
    public static async Task Note(IEnumerable<Holding> all, TenantScope tenant, CancellationToken stop) {
        var stored = await tenant.Documents.Get(Kind, Id, stop);
        var was = stored?.Value.FirstSeen ?? new Dictionary<string, DateTimeOffset>();
        var now = all.Where(h => h.Type == RetentionTable.Strays).Take(Most).ToDictionary(h => h.Id, h => was.TryGetValue(h.Id, out var at) ? at : tenant.Now);
        if (now.Count == was.Count && now.Keys.All(was.ContainsKey)) return;
        await tenant.Commit(stored is null ? tenant.Batch().Create(Kind, Id, new(now)) : now.Count == 0 ? tenant.Batch().Delete(stored) : tenant.Batch().Replace(stored, new(now)), stop);
    }

    private static async Task<bool> IsNamed(string blob, TenantScope tenant, CancellationToken stop) => blob.Split('/') switch {
        ["claim-files", var id, ..] => await Has(ClaimFile.Kind, id, tenant, stop),
        ["claim-builds", var id, ..] => await Has(ClaimBuild.Kind, id, tenant, stop),
        ["care-imports", var id, ..] => await Has(MonthImport.Kind, id, tenant, stop),
        ["eligibility-asks", var id] => await Has(Ask.Kind, id, tenant, stop),
        ["person-exports", var id] => await Has(PersonRequest.Kind, id, tenant, stop),
        ["edge-files", var key, _] => (await tenant.Documents.Get(EdgeFile.Kind, key, stop))?.Value.Blob == blob,
        ["edge-parts", var key, _] => (await tenant.Documents.Get(PartialFile.Kind, key, stop))?.Value.Parts.Any(p => p.Blob == blob) is true,
        // Of no patient (care-codes), or its name does not say whose it is.
        _ => true,
    };

    private static async Task<bool> Has<T>(DocumentKind<T> kind, string id, TenantScope tenant, CancellationToken stop) where T : class => await tenant.Documents.Get(kind, id, stop) is not null;
}
