using System.Runtime.CompilerServices;
using ClaimsCloud.Application.Shared;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>
/// Looks through every scope: finds messages whose wake was lost, parks those that nobody handles, sends again what was parked for that and is known since an upgrade, makes due what a
/// clock that ran ahead wrote, forgets what was consumed long ago.
/// </summary>
internal sealed class OutboxSweep(IStores stores, EndpointTable table, OutboxDelivery delivery, TenantDirectory directory, TimeProvider time, ILogger log) {
    /// <summary>Each may have waited for the store's patience.</summary>
    private const int MostOutages = 3;
    private readonly HashSet<string> known = table.Messages.Select(m => m.Message).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The scopes in which messages wait, each with their names. One scope that cannot be looked through does not keep the others from it; an outage that several met ends the sweep, and is
    /// thrown at its end.
    /// </summary>
    public async IAsyncEnumerable<(ScopeName Scope, IReadOnlyList<string> Names)> Waiting([EnumeratorCancellation] CancellationToken stop) {
        var outages = new List<StoreOutageException>();
        await foreach (var scope in directory.Scopes(stop)) {
            IReadOnlyList<string> waiting = [];
            try {
                waiting = await Look(scope, stop);
            } catch (StoreOutageException outage) {
                outages.Add(outage);
                if (outages.Count == MostOutages) break;
            } catch (Exception e) when (!stop.IsCancellationRequested) {
                log.LogError(e, "Outbox of {Scope} could not be swept.", scope);
            }
            if (waiting.Count > 0) yield return (scope, waiting);
        }
        if (outages is [var first, ..]) throw first;
    }

    private async Task<IReadOnlyList<string>> Look(ScopeName scope, CancellationToken stop) {
        var outbox = stores.Open(scope).Outbox;
        await outbox.ForgetConsumed(time.GetUtcNow() - DocumentLimits.ConsumedMemory, stop);
        foreach (var parked in await outbox.Parked(stop))
            if (parked.Reason == MessageHandlers.NoHandler && known.Contains(parked.Name)) await delivery.Unpark(scope, outbox, parked, stop);
        var waiting = await outbox.WaitingNames(stop);
        foreach (var name in waiting.Where(name => !known.Contains(name)))
            foreach (var message in await outbox.Due([name], DateTimeOffset.MaxValue, DocumentLimits.QueryItems, stop))
                await delivery.Park(scope, outbox, message, MessageHandlers.NoHandler, stop);
        if (waiting.Count > 0) await MakeDue(outbox, waiting, stop);
        return waiting;
    }

    /// <summary>A message that was written while the clock stood a day ahead would wait for that day.</summary>
    private async Task MakeDue(IOutbox outbox, IReadOnlyList<string> names, CancellationToken stop) {
        var now = time.GetUtcNow();
        var oldest = await outbox.Due(names, DateTimeOffset.MaxValue, DocumentLimits.QueryItems, stop);
        // All whose turn is within the longest delay, among them those of the oldest: what is missing was written by another clock.
        var sane = (await outbox.Due(names, now + 2 * OutboxDelivery.LongestDelay, DocumentLimits.QueryItems, stop)).Select(message => message.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var message in oldest.Where(message => !sane.Contains(message.Id))) await outbox.Retry(message.Id, message.Attempts, now, stop);
    }
}
