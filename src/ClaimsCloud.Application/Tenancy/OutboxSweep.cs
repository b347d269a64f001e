using System.Runtime.CompilerServices;
using ClaimsCloud.Application.Shared;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>Looks through every scope: finds messages whose wake was lost, parks those that nobody handles, forgets what was consumed long ago.</summary>
internal sealed class OutboxSweep(IStores stores, EndpointTable table, OutboxDelivery delivery, TenantDirectory directory, TimeProvider time, ILogger log) {
    private readonly HashSet<string> known = table.Messages.Select(m => m.Message).ToHashSet(StringComparer.Ordinal);

    /// <summary>The scopes in which messages wait, each with their names.</summary>
    public async IAsyncEnumerable<(ScopeName Scope, IReadOnlyList<string> Names)> Waiting([EnumeratorCancellation] CancellationToken stop) {
        await foreach (var scope in directory.Scopes(stop)) {
            var waiting = await Look(scope, stop);
            if (waiting.Count > 0) yield return (scope, waiting);
        }
    }

    private async Task<IReadOnlyList<string>> Look(ScopeName scope, CancellationToken stop) {
        try {
            var outbox = stores.Open(scope).Outbox;
            await outbox.ForgetConsumed(time.GetUtcNow() - DocumentLimits.ConsumedMemory, stop);
            var waiting = await outbox.WaitingNames(stop);
            foreach (var name in waiting.Where(name => !known.Contains(name)))
                foreach (var message in await outbox.Due([name], DateTimeOffset.MaxValue, DocumentLimits.QueryItems, stop))
                    await delivery.Park(scope, outbox, message, "no-handler", stop);
            return waiting;
        } catch (StoreLayoutException e) {
            // One tenant that a newer program moved must not keep the others from their messages.
            log.LogError(e, "Outbox of {Scope} is of a newer program.", scope);
            return [];
        }
    }
}
