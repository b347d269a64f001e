using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Identity;

/// <summary>What was shown once and must not be shown again: a challenge, a nonce. It is made in the commit of its use, so of two at the same time one loses.</summary>
internal sealed record UsedOnce(DateTimeOffset At) {
    /// <summary>Longer than anything lives that can be used once.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(2);

    public static readonly DocumentIndex<UsedOnce> ByTime = new("used", u => SortKeys.Of(u.At));
    public static readonly DocumentKind<UsedOnce> Kind = new("used-once", ByTime);

    public static async Task<bool> Is(string id, PlatformScope platform, CancellationToken stop) => await platform.Documents.Get(Kind, id, stop) is not null;

    public static async Task Forget(PlatformScope platform, CancellationToken stop) {
        var range = new IndexRange(null, SortKeys.Of(platform.Now - Memory));
        while ((await platform.Documents.Query(new IndexQuery<UsedOnce>(Kind, ByTime, range, QueryOrder.Ascending, DocumentLimits.BatchOperations), stop)).Items is [_, ..] old)
            if (await platform.Commit(old.Aggregate(platform.Batch(), (batch, one) => batch.Delete(one)), stop) != CommitResult.Committed) return;
    }
}
