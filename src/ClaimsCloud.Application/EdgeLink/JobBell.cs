using System.Collections.Concurrent;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>Wakes connectors that wait for work, in this process. A ring that nobody hears costs one waiting time, not a job.</summary>
public sealed class JobBell {
    private readonly ConcurrentDictionary<TenantId, TaskCompletionSource> waiting = new();
    private volatile bool closed;

    /// <summary>Completes at the next ring; take it before looking for work, or a ring in between is lost.</summary>
    internal Task Listen(TenantId tenant) => waiting.GetOrAdd(tenant, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    internal bool Closed => closed;

    internal void Ring(TenantId tenant) {
        if (waiting.TryRemove(tenant, out var bell)) bell.TrySetResult();
    }

    /// <summary>The host stops: everybody goes home.</summary>
    public void Close() {
        closed = true;
        foreach (var tenant in waiting.Keys) Ring(tenant);
    }
}
