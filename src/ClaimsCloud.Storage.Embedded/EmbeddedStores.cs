using System.Collections.Concurrent;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Storage.Embedded;

/// <summary>
/// One folder with a SQLite file and a blob folder for each scope. The root folder belongs to one process at a time: two pumps over one outbox
/// would deliver everything twice.
/// </summary>
public sealed class EmbeddedStores : IStores {
    private readonly string root;
    private readonly TimeProvider time;
    private readonly OutboxSignal signal;
    private readonly FileStream owner;
    private readonly ConcurrentDictionary<ScopeName, Lazy<OpenScope>> open = new();

    private EmbeddedStores(string root, TimeProvider time, OutboxSignal signal, FileStream owner) =>
        (this.root, this.time, this.signal, this.owner) = (root, time, signal, owner);

    /// <exception cref="IOException">Another process has the folder open.</exception>
    public static EmbeddedStores Open(string root, TimeProvider time, OutboxSignal signal) {
        Directory.CreateDirectory(root);
        return new(root, time, signal, new(Path.Combine(root, "owner.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
    }

    public ScopeStores Open(ScopeName scope) => open.GetOrAdd(scope, name => new(() => OpenNew(name))).Value.Stores;

    public async ValueTask DisposeAsync() {
        foreach (var scope in open.Values.Where(scope => scope.IsValueCreated)) scope.Value.Database.Dispose();
        open.Clear();
        await owner.DisposeAsync();
    }

    private OpenScope OpenNew(ScopeName scope) {
        if (scope.Tenant is { } tenant && (!BlobNames.IsName(tenant.Value) || tenant.Value.Contains('/'))) throw new ArgumentException($"'{scope}' cannot be a folder.");
        var folder = Path.Combine(root, scope.Tenant is { } id ? Path.Combine("tenants", id.Value) : "platform");
        Directory.CreateDirectory(folder);
        var database = ScopeDatabase.Open(Path.Combine(folder, "documents.db"));
        var blobs = new FileBlobs(Path.Combine(folder, "blobs"));
        return new(database, new(new SqliteDocuments(scope, database, time, signal), blobs, new SqliteOutbox(database), new SqliteRows(database)));
    }

    private sealed record OpenScope(ScopeDatabase Database, ScopeStores Stores);
}
