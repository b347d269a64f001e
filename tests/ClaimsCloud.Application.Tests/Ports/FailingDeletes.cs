using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>A real backend whose outbox loses every delete: what a crash right after the handler looks like.</summary>
internal sealed class FailingDeletes(IStores inner) : IStores {
    public ScopeStores Open(ScopeName scope) {
        var real = inner.Open(scope);
        return real with { Outbox = new Outbox(real.Outbox) };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Outbox(IOutbox inner) : OutboxOver(inner) {
        public override Task Delete(string id, CancellationToken stop) => throw new IOException("The process died here.");
    }
}
