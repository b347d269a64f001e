using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Identity;

/// <summary>A person may make herself an account with a one-time code, stored under its hash. Whoever invites gives her the code; this house sends no mail.</summary>
internal sealed record Invitation(string? TenantId, string DisplayName, string Role, DateTimeOffset ExpiresAt) {
    public static readonly TimeSpan Life = TimeSpan.FromDays(3);

    public static readonly DocumentIndex<Invitation> ByHouse = new("house", i => Account.HouseOf(i.TenantId));
    public static readonly DocumentIndex<Invitation> ByExpiry = new("expires", i => SortKeys.Of(i.ExpiresAt));
    public static readonly DocumentKind<Invitation> Kind = new("invitation", ByHouse, ByExpiry);

    public static async Task Forget(PlatformScope platform, CancellationToken stop) {
        var range = new IndexRange(null, SortKeys.Of(platform.Now));
        while ((await platform.Documents.Query(new IndexQuery<Invitation>(Kind, ByExpiry, range, QueryOrder.Ascending, DocumentLimits.BatchOperations), stop)).Items is [_, ..] old)
            if (await platform.Commit(old.Aggregate(platform.Batch(), (batch, one) => batch.Delete(one)), stop) != CommitResult.Committed) return;
    }
}
