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

    private sealed class Outbox(IOutbox inner, Action wrote) : OutboxOver(inner) {
        public override async Task Delete(string id, CancellationToken stop) {
            await base.Delete(id, stop);
            wrote();
        }

        public override async Task ForgetConsumed(DateTimeOffset before, CancellationToken stop) {
            await base.ForgetConsumed(before, stop);
            wrote();
        }
    }
}
