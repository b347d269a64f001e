using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>Real stores in a process that dies right after so many writes of rows and stamps; each row is a write of its own. It also counts the scopes that were opened.</summary>
internal sealed class DyingStores(IStores inner, int writes = int.MaxValue) : IStores {
    private int left = writes;

    public HashSet<ScopeName> Opened { get; } = [];

    public ScopeStores Open(ScopeName scope) {
        Opened.Add(scope);
        var real = inner.Open(scope);
        return real with { Rows = new Rows(real.Rows, Wrote) };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Wrote() {
        if (--left <= 0) throw new IOException("The process died here.");
    }

    private sealed class Rows(IScopeRows inner, Action wrote) : IScopeRows {
        public async Task<int> Replace(IReadOnlyList<ScopeRowChange> changes, CancellationToken stop) {
            var done = 0;
            foreach (var change in changes) {
                done += await inner.Replace([change], stop);
                wrote();
            }
            return done;
        }

        public async Task SetLayout(ScopeLayout layout, CancellationToken stop) {
            await inner.SetLayout(layout, stop);
            wrote();
        }

        public IAsyncEnumerable<ScopeRow> Read(CancellationToken stop) => inner.Read(stop);
        public Task Write(IReadOnlyList<ScopeRow> rows, CancellationToken stop) => inner.Write(rows, stop);
        public Task<ScopeLayout> Layout(CancellationToken stop) => inner.Layout(stop);
    }
}
