using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>Another outbox as it is, for those that do one thing differently.</summary>
internal abstract class OutboxOver(IOutbox inner) : IOutbox {
    public virtual Task Delete(string id, CancellationToken stop) => inner.Delete(id, stop);
    public virtual Task ForgetConsumed(DateTimeOffset before, CancellationToken stop) => inner.ForgetConsumed(before, stop);
    public Task<IReadOnlyList<OutboxMessage>> Due(IReadOnlyCollection<string> names, DateTimeOffset now, int limit, CancellationToken stop) => inner.Due(names, now, limit, stop);
    public Task Retry(string id, int attempts, DateTimeOffset due, CancellationToken stop) => inner.Retry(id, attempts, due, stop);
    public Task Park(string id, string reason, CancellationToken stop) => inner.Park(id, reason, stop);
    public Task Resend(string id, DateTimeOffset due, CancellationToken stop) => inner.Resend(id, due, stop);
    public Task<IReadOnlyList<ParkedMessage>> Parked(CancellationToken stop) => inner.Parked(stop);
    public Task<IReadOnlyList<string>> WaitingNames(CancellationToken stop) => inner.WaitingNames(stop);
}
