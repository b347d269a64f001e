using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Identity;

/// <summary>A person's session, from her complete sign-in on. Its id is in the token of every call; the cookie that holds it is the gateway's.</summary>
public sealed record Session(string PersonId, string? TenantId, DateTimeOffset StartedAt, string? From) {
    /// <summary>As long as the gateway's cookie lives at most.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    internal static readonly DocumentIndex<Session> ByPerson = new("person", s => $"{s.PersonId}|{SortKeys.Of(s.StartedAt)}");
    internal static readonly DocumentIndex<Session> ByStart = new("started", s => SortKeys.Of(s.StartedAt));
    internal static readonly DocumentKind<Session> Kind = new("session", ByPerson, ByStart);

    /// <summary>Ended ones are gone.</summary>
    public static async Task<bool> IsLive(string id, string personId, PlatformScope platform, CancellationToken stop) =>
        DocumentLimits.IsId(id) && await platform.Documents.Get(Kind, id, stop) is { Value: var session } && session.PersonId == personId && session.Lasts(Longest, platform.Now);

    /// <summary>She signed in a moment ago: for what gives an account another way in.</summary>
    internal static async Task<bool> IsFresh(Caller caller, PlatformScope platform, CancellationToken stop) =>
        DocumentLimits.IsId(caller.Session ?? "") && await platform.Documents.Get(Kind, caller.Session!, stop) is { Value: var session } && session.PersonId == caller.Id && session.Lasts(Fresh, platform.Now);

    internal static async Task<List<Stored<Session>>> Of(string personId, PlatformScope platform, CancellationToken stop) {
        var open = new List<Stored<Session>>();
        await foreach (var session in platform.Documents.All(Kind, ByPerson, IndexRange.Between($"{personId}|", $"{personId}|\U0010FFFF"), stop, QueryOrder.Descending))
            if (session.Value.Lasts(Longest, platform.Now)) open.Add(session);
        return open;
    }

    private bool Lasts(TimeSpan life, DateTimeOffset now) => Lifetime.Holds(StartedAt, StartedAt + life, now);

    /// <summary>Those that nobody can use any more.</summary>
    internal static async Task Forget(PlatformScope platform, CancellationToken stop) {
        var range = new IndexRange(null, SortKeys.Of(platform.Now - Longest));
        while ((await platform.Documents.Query(new IndexQuery<Session>(Kind, ByStart, range, QueryOrder.Ascending, DocumentLimits.BatchOperations), stop)).Items is [_, ..] old)
            if (await platform.Commit(old.Aggregate(platform.Batch(), (batch, one) => batch.Delete(one)), stop) != CommitResult.Committed) return;
    }
}
