using ClaimsCloud.Application.Shared;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>Brings "look into the outbox of this scope" to whoever delivers that queue, after the delay. It may be lost or come twice.</summary>
public delegate Task SendWake(string queue, ScopeName scope, TimeSpan delay, CancellationToken stop);

/// <summary>
/// What the pump is where no process stays: each wake is one call from outside, delivers the messages of one scope and queue for a while, and sends itself to
/// the end of the queue when there is more. A message may arrive twice; it never gets lost: the outbox has it until it is handled. See decisions/018.
/// </summary>
/// <param name="watch">Null where nobody is told of outages.</param>
public sealed class OutboxWakes(
    IStores stores, EndpointTable table, MessageHandlers handlers, SendWake send, TenantDirectory directory, TimeProvider time, IdSource ids, ILogger log,
    StoreWatch? watch = null) {
    /// <summary>How long one scope may keep others waiting; a message that takes longer is not broken off.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SayAgain = LaneHold.Life / 4;
    private const string Died = "host-died";

    private readonly Dictionary<string, IReadOnlyList<string>> queues =
        table.Messages.GroupBy(m => m.Queue).ToDictionary(of => of.Key, of => (IReadOnlyList<string>)[.. of.Select(m => m.Message)], StringComparer.Ordinal);
    private readonly OutboxDelivery delivery = new(handlers, directory, time, ids, log);

    /// <summary>Until stopped: wakes what commits of this process left. A wake that cannot be sent costs time until the sweep.</summary>
    public async Task Forward(OutboxSignal signal, CancellationToken stop) {
        try {
            await foreach (var scopes in signal.ReadDistinct(stop))
                foreach (var scope in scopes)
                    try {
                        await Wake(scope, await stores.Open(scope).Outbox.WaitingNames(stop), stop);
                    } catch (StoreOutageException outage) {
                        watch?.Met(outage);
                    } catch (Exception e) when (!stop.IsCancellationRequested) {
                        log.LogError(e, "Outbox of {Scope} could not be woken; the sweep does it.", scope);
                    }
        } catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
    }

    /// <summary>For a timer, every few minutes.</summary>
    public async Task Sweep(CancellationToken stop) {
        await foreach (var (scope, names) in new OutboxSweep(stores, table, delivery, directory, time, log).Waiting(stop)) await Wake(scope, names, stop);
    }

    /// <summary>One wake. What it throws is an outage: the wake has to come again.</summary>
    public async Task Deliver(string queue, ScopeName scope, CancellationToken stop) {
        if (scope.Tenant is { } tenant && await directory.Open(tenant, stop) is null) return;
        var at = stores.Open(scope);
        if (await LaneHold.Take(at.Documents, queue, time, ids, stop) is not { } lane) return;
        bool done;
        try {
            done = await DeliverHeld(lane, queue, scope, at.Outbox, stop);
        } catch {
            await lane.GiveUp(CancellationToken.None);
            throw;
        }
        if (done) return;
        // Leave first: a wake that came while the lane was held would be turned away once more.
        await lane.GiveUp(stop);
        await send(queue, scope, TimeSpan.Zero, stop);
    }

    /// <summary>False when its turn is over before its messages are.</summary>
    private async Task<bool> DeliverHeld(LaneHold lane, string queue, ScopeName scope, IOutbox outbox, CancellationToken stop) {
        var (started, died) = (time.GetTimestamp(), lane.DiedWith);
        do {
            while (await outbox.Due(queues[queue], time.GetUtcNow(), 20, stop) is { Count: > 0 } due)
                foreach (var message in due) {
                    if (time.GetElapsedTime(started) >= Turn) return false;
                    // Another one thinks that this one is dead, and goes on with the lane.
                    if (!await lane.Begin(message.Id, stop)) return true;
                    var isDeadly = message.Id == died;
                    if (isDeadly) died = null;
                    var later = isDeadly ? await delivery.Settle(scope, outbox, message, LineAnswer.Failed(Died), stop) : await Deliver(lane, scope, outbox, message, stop);
                    if (later is { } delay) await send(queue, scope, delay, stop);
                }
        } while (!await lane.Leave(stop));
        return true;
    }

    private async Task<TimeSpan?> Deliver(LaneHold lane, ScopeName scope, IOutbox outbox, OutboxMessage message, CancellationToken stop) {
        var delivering = delivery.Deliver(scope, outbox, message, stop);
        while (await Task.WhenAny(delivering, Task.Delay(SayAgain, time, stop)) != delivering && !stop.IsCancellationRequested) await lane.Renew(stop);
        return await delivering;
    }

    private async Task Wake(ScopeName scope, IReadOnlyList<string> names, CancellationToken stop) {
        foreach (var (queue, _) in queues.Where(q => q.Value.Intersect(names, StringComparer.Ordinal).Any())) await send(queue, scope, TimeSpan.Zero, stop);
    }
}
