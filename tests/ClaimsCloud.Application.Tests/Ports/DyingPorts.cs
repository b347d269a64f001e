using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>Real stores in a process that dies right after one write through the ports of a scope, or after so many.</summary>
internal sealed class DyingPorts(IStores inner, int writes = 1) : IStores {
    public const string Died = "The process died here.";
    private int left = writes;

    public ScopeStores Open(ScopeName scope) {
        var real = inner.Open(scope);
        return real with { Documents = new Documents(real.Documents, Wrote), Blobs = new Blobs(real.Blobs, Wrote), Outbox = new Outbox(real.Outbox, Wrote) };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Wrote() {
        if (--left <= 0) throw new IOException(Died);
    }

    private sealed class Documents(IDocuments inner, Action wrote) : IDocuments {
        public async Task<CommitResult> Commit(Batch batch, CancellationToken stop) {
            var result = await inner.Commit(batch, stop);
            wrote();
            return result;
        }

        public Task<Stored<T>?> Get<T>(DocumentKind<T> kind, string id, CancellationToken stop) where T : class => inner.Get(kind, id, stop);
        public Task<QueryPage<T>> Query<T>(IndexQuery<T> query, CancellationToken stop) where T : class => inner.Query(query, stop);
    }

    private sealed class Blobs(IBlobs inner, Action wrote) : IBlobs {
        public async Task Delete(string name, CancellationToken stop) {
            await inner.Delete(name, stop);
            wrote();
        }

        public Task<BlobReceipt?> Put(string name, Stream content, CancellationToken stop) => inner.Put(name, content, stop);
        public Task<BlobContent?> Open(string name, long offset, long? length, CancellationToken stop) => inner.Open(name, offset, length, stop);
        public Task<IReadOnlyList<string>> List(string prefix, CancellationToken stop) => inner.List(prefix, stop);
    }

    private sealed class Outbox(IOutbox inner, Action wrote) : IOutbox {
        public async Task Delete(string id, CancellationToken stop) {
            await inner.Delete(id, stop);
            wrote();
        }

        public async Task ForgetConsumed(DateTimeOffset before, CancellationToken stop) {
            await inner.ForgetConsumed(before, stop);
            wrote();
        }

        public Task<IReadOnlyList<OutboxMessage>> Due(IReadOnlyCollection<string> names, DateTimeOffset now, int limit, CancellationToken stop) => inner.Due(names, now, limit, stop);
        public Task Retry(string id, int attempts, DateTimeOffset due, CancellationToken stop) => inner.Retry(id, attempts, due, stop);
        public Task Park(string id, string reason, CancellationToken stop) => inner.Park(id, reason, stop);
        public Task Resend(string id, DateTimeOffset due, CancellationToken stop) => inner.Resend(id, due, stop);
        public Task<IReadOnlyList<ParkedMessage>> Parked(CancellationToken stop) => inner.Parked(stop);
        public Task<IReadOnlyList<string>> WaitingNames(CancellationToken stop) => inner.WaitingNames(stop);
    }
}
