using System.Collections.Concurrent;
using ClaimsCloud.Application.Shared;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>
/// Takes messages out of every scope's outbox to their handlers: wakes on commit, sweeps on a timer, deletes after delivery, parks visibly
/// after the last try. A message may arrive twice; it never gets lost. Each scope and queue has one message on its way at a time, so that nobody waits
/// for the backlog of another. See decisions/001 and 011.
/// </summary>
/// <param name="watch">Null where nobody is told of outages.</param>
public sealed class OutboxPump(
    IStores stores, EndpointTable table, IMessageLine line, OutboxSignal signal, TenantDirectory directory, TimeProvider time, IdSource ids, ILogger<OutboxPump> log,
    StoreWatch? watch = null) {
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);
    private const int SweepsBetweenFullOnes = 60;

    private readonly ConcurrentDictionary<(ScopeName, string), OutboxLane> lanes = new();
    private readonly ConcurrentDictionary<ScopeName, byte> retrying = new();
    private readonly (string Queue, IReadOnlyCollection<string> Names)[] queues =
        [.. table.Messages.GroupBy(m => m.Queue, (queue, of) => (queue, (IReadOnlyCollection<string>)[.. of.Select(m => m.Message)]))];
    private readonly OutboxDelivery delivery = new(line, directory, time, ids, log);

    /// <summary>Until stopped; returns when nothing is being delivered any more.</summary>
    public async Task Run(CancellationToken stop) {
        var sweeping = Sweep(stop);
        try {
            await foreach (var scope in signal.Read(stop))
                foreach (var (queue, names) in queues)
                    lanes.GetOrAdd((scope, queue), _ => new(token => DeliverAll(scope, names, token))).Wake(stop);
        } catch (OperationCanceledException) when (stop.IsCancellationRequested) {
            await Task.WhenAll([sweeping, .. lanes.Values.Select(lane => lane.Running)]);
        }
    }

    private async Task DeliverAll(ScopeName scope, IReadOnlyCollection<string> names, CancellationToken stop) {
        try {
            var outbox = stores.Open(scope).Outbox;
            while (await outbox.Due(names, time.GetUtcNow(), 20, stop) is { Count: > 0 } due)
                foreach (var message in due)
                    if (await delivery.Deliver(scope, outbox, message, stop) is not null) retrying[scope] = 0;
        } catch (StoreOutageException outage) when (!stop.IsCancellationRequested) {
            watch?.Met(outage);
            retrying[scope] = 0;
        } catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested) {
            // The store itself failed, perhaps while we stop. The messages are still in it; the sweep, or the next start, comes back to them.
            log.LogError(e, "Outbox of {Scope} could not be read or written.", scope);
            retrying[scope] = 0;
        }
    }

    private async Task Sweep(CancellationToken stop) {
        try {
            var (round, last) = (0, DateTimeOffset.MinValue);
            for (; ; round = (round + 1) % SweepsBetweenFullOnes) {
                // The clock was put back: by it, what was due a moment ago is due later.
                if (time.GetUtcNow() + SweepEvery < last) round = 0;
                last = time.GetUtcNow();
                try {
                    foreach (var scope in retrying.Keys) await SweepOne(scope, stop);
                    if (round == 0) await SweepAll(stop);
                } catch (StoreOutageException outage) {
                    watch?.Met(outage);
                    // The next round is a full one again: what this one did not see waits for five seconds, not for five minutes.
                    round = SweepsBetweenFullOnes - 1;
                } catch (Exception e) when (!stop.IsCancellationRequested) {
                    log.LogError(e, "Sweep of the outboxes failed; the next one tries again.");
                }
                await Task.Delay(SweepEvery, time, stop);
            }
        } catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
    }

    private async Task SweepOne(ScopeName scope, CancellationToken stop) {
        retrying.TryRemove(scope, out _);
        if ((await stores.Open(scope).Outbox.WaitingNames(stop)).Count == 0) return;
        retrying[scope] = 0;
        signal.Wake(scope);
    }

    private async Task SweepAll(CancellationToken stop) {
        await foreach (var (scope, _) in new OutboxSweep(stores, table, delivery, directory, time, log).Waiting(stop)) signal.Wake(scope);
    }
}
