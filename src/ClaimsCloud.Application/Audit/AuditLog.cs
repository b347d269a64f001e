using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Audit;

/// <summary>The only way into the log: an act is committed with its entry or not at all.</summary>
internal static class AuditLog {
    public const string PlatformName = "platform";
    private const int AnchorEvery = 16;

    /// <summary>As <see cref="TenantScope.Commit"/>; that another act came in between is no conflict.</summary>
    public static Task<CommitResult> Commit(this TenantScope tenant, Batch batch, Act act, CancellationToken stop) => Commit(tenant.Documents, batch, act, tenant.Id.Value, tenant.Now, stop);

    public static Task<CommitResult> Commit(this PlatformScope platform, Batch batch, Act act, CancellationToken stop) => Commit(platform.Documents, batch, act, PlatformName, platform.Now, stop);

    /// <summary>An act that changes nothing else: somebody saw or took something.</summary>
    public static Task Record(this TenantScope tenant, Act act, CancellationToken stop) => tenant.Commit(tenant.Batch(), act, stop);

    public static async Task<Stored<AuditEntry>?> Last(IDocuments documents, CancellationToken stop) =>
        (await documents.Query(new IndexQuery<AuditEntry>(AuditEntry.Kind, AuditEntry.ByNumber, IndexRange.All, QueryOrder.Descending, 1), stop)).Items is [var last] ? last : null;

    private static async Task<CommitResult> Commit(IDocuments documents, Batch batch, Act act, string scope, DateTimeOffset now, CancellationToken stop) {
        while (true) {
            var entry = AuditEntry.After(await Last(documents, stop), scope, now, act);
            var number = entry.Row.Number;
            var whole = batch.Copy().Create(AuditEntry.Kind, AuditEntry.IdOf(number), entry);
            if (scope != PlatformName && (number % AnchorEvery == 0 || act.What == AuditAct.AuditExported)) whole.SendToPlatform(new AuditAnchored(number, entry.Hash));
            var result = await documents.Commit(whole, stop);
            if (result != CommitResult.Conflict || await documents.Get(AuditEntry.Kind, AuditEntry.IdOf(number), stop) is null) return result;
        }
    }
}

/// <summary>The head of a station's log, for the platform's own: whoever rewrites the one has to rewrite the other.</summary>
internal sealed record AuditAnchored(long Number, string Hash);
