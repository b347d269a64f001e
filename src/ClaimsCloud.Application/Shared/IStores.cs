namespace ClaimsCloud.Application.Shared;

/// <summary>Opens the store of any scope. Only the host's composition holds one; it is never in DI.</summary>
public interface IStores : IAsyncDisposable {
    ScopeStores Open(ScopeName scope);
}

public sealed record ScopeStores(IDocuments Documents, IBlobs Blobs, IOutbox Outbox, IScopeRows Rows);
