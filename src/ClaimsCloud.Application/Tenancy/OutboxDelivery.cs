using ClaimsCloud.Application.Shared;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>Sends one message over the line and settles what became of it.</summary>
internal sealed class OutboxDelivery(IMessageLine line, TenantDirectory directory, TimeProvider time, IdSource ids, ILogger log) {
    private static readonly TimeSpan[] Delays = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(15)];

    /// <summary>The stores are away: whoever comes back every minute is early enough, and costs them nothing.</summary>
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(1);

    public const int Tries = 5;

    /// <summary>No due time is further away than this, unless another clock wrote it.</summary>
    public static readonly TimeSpan LongestDelay = Delays[^1];

    /// <summary>After what time it has to be tried again; null when nothing is left to do.</summary>
    public async Task<TimeSpan?> Deliver(ScopeName from, IOutbox outbox, OutboxMessage message, CancellationToken stop) =>
        await Settle(from, outbox, message, await line.Deliver(message, from, stop), stop);

    /// <summary>As <see cref="Deliver"/>, with an answer that is there already.</summary>
    public async Task<TimeSpan?> Settle(ScopeName from, IOutbox outbox, OutboxMessage message, LineAnswer answer, CancellationToken stop) {
        if (answer.IsHandled) {
            // Not before this point: a crash on the way here means a second delivery, which the consumed id makes harmless.
            await outbox.Delete(message.Id, stop);
            return null;
        }
        if (answer.Fault == LineFault.OfStore) {
            // However long it lasts: no message is parked because its store was away.
            await outbox.Retry(message.Id, message.Attempts, time.GetUtcNow() + Outage, stop);
            return Outage;
        }
        var attempts = message.Attempts + 1;
        if (attempts >= Tries) {
            await Park(from, outbox, message, answer.FailedBy, stop);
            return null;
        }
        await outbox.Retry(message.Id, attempts, time.GetUtcNow() + Delays[attempts - 1], stop);
        return Delays[attempts - 1];
    }

    /// <summary>The desk is told first: a crash between the two tells it twice, never not at all.</summary>
    public async Task Park(ScopeName from, IOutbox outbox, OutboxMessage message, string reason, CancellationToken stop) {
        if (from.Tenant is { } tenant && await directory.Open(tenant, stop) is { } scope)
            await scope.Commit(new Batch(ids).SendToPlatform(new MessageParked(message.Id, message.Name, reason, time.GetUtcNow())), stop);
        await outbox.Park(message.Id, reason, stop);
        log.LogCritical("Message {Message} {Id} of {Scope} is parked: {Reason}.", message.Name, message.Id, from, reason);
    }

    /// <summary>One that was parked because no version here knew it, now that one does. A crash before the desk is told leaves a row there that a click takes off.</summary>
    public async Task Unpark(ScopeName from, IOutbox outbox, ParkedMessage message, CancellationToken stop) {
        await outbox.Resend(message.Id, time.GetUtcNow(), stop);
        if (from.Tenant is { } tenant && await directory.Open(tenant, stop) is { } scope)
            await scope.Commit(new Batch(ids).SendToPlatform(new MessageResent(message.Id)), stop);
        log.LogWarning("Message {Message} {Id} of {Scope} is known now and sent again.", message.Name, message.Id, from);
    }
}
