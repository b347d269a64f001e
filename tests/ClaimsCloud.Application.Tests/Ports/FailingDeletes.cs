using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>A real backend whose outbox loses every delete: what a crash right after the handler looks like.</summary>
internal sealed class FailingDeletes(IStores inner) : IStores {
    public ScopeStores Open(ScopeName scope) {
        var real = inner.Open(scope);
        return real with { Outbox = new Outbox(real.Outbox) };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Outbox(IOutbox inner) : IOutbox {
        public Task Delete(string id, CancellationToken stop) => throw new IOException("The process died here.");

        public Task<IReadOnlyList<OutboxMessage>> Due(IReadOnlyCollection<string> names, DateTimeOffset now, int limit, CancellationToken stop) => inner.Due(names, now, limit, stop);
        public Task Retry(string id, int attempts, DateTimeOffset due, CancellationToken stop) => inner.Retry(id, attempts, due, stop);
        public Task Park(string id, string reason, CancellationToken stop) => inner.Park(id, reason, stop);
        public Task Resend(string id, DateTimeOffset due, CancellationToken stop) => inner.Resend(id, due, stop);
        public Task<IReadOnlyList<ParkedMessage>> Parked(CancellationToken stop) => inner.Parked(stop);
        public Task<IReadOnlyList<string>> WaitingNames(CancellationToken stop) => inner.WaitingNames(stop);
        public Task ForgetConsumed(DateTimeOffset before, CancellationToken stop) => inner.ForgetConsumed(before, stop);
    }
}
