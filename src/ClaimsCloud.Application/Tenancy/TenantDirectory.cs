using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>Knows every tenant and is the only thing that opens a tenant's scope: for a validated token, or for a message's envelope.</summary>
/// <param name="fees">Null for the tables the product carries.</param>
public sealed class TenantDirectory(IStores stores, TimeProvider time, IdSource ids, FeeSchedules? fees = null) {
    /// <summary>How long a tenant that was taken out, or moved to other stores, is still let in by a process that had it open.</summary>
    internal static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<TenantId, (TenantScope Scope, long Read)> open = new();

    public PlatformScope Platform { get; } = OpenPlatform(stores.Open(ScopeName.Platform), time, ids);

    /// <summary>Null when there is no such tenant.</summary>
    public async Task<TenantScope?> Open(TenantId id, CancellationToken stop) {
        if (open.TryGetValue(id, out var known) && time.GetElapsedTime(known.Read) < Believed) return known.Scope;
        if (!DocumentLimits.IsId(id.Value) || await Platform.Documents.Get(Tenant.Kind, id.Value, stop) is not { } tenant) {
            open.TryRemove(id, out _);
            return null;
        }
        var at = stores.Open(ScopeName.Of(id));
        var scope = new TenantScope(id, tenant.Value.StationName, tenant.Value.StationCode, at.Documents, at.Blobs, at.Outbox, time, ids) { Fees = fees ?? FeeSchedules.BuiltIn };
        open[id] = (scope, time.GetTimestamp());
        return scope;
    }

    private static PlatformScope OpenPlatform(ScopeStores at, TimeProvider time, IdSource ids) => new(at.Documents, at.Blobs, time, ids);

    /// <summary>The platform plane and every tenant.</summary>
    public async IAsyncEnumerable<ScopeName> Scopes([EnumeratorCancellation] CancellationToken stop) {
        yield return ScopeName.Platform;
        Continuation? after = null;
        do {
            var page = await Platform.Documents.Query(new IndexQuery<Tenant>(Tenant.Kind, Tenant.ByOpening, IndexRange.All, QueryOrder.Ascending, 100, after), stop);
            foreach (var tenant in page.Items) yield return ScopeName.Of(new(tenant.Id));
            after = page.Next;
        } while (after is not null);
    }
}
