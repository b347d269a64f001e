using System.Collections.Concurrent;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Storage.Embedded.Keys;

namespace ClaimsCloud.Storage.Embedded;

/// <summary>
/// One folder with a SQLite file and a blob folder for each scope. The root folder belongs to one process at a time: two pumps over one outbox
/// would deliver everything twice. With keys, bodies and blobs are encrypted for their scope and place (decision 022).
/// </summary>
public sealed class EmbeddedStores : IStores {
    internal const string PlatformFolder = "platform", TenantsFolder = "tenants";
    private const string DatabaseName = "documents.db";
    private readonly string root;
    private readonly TimeProvider time;
    private readonly OutboxSignal signal;
    private readonly FileStream owner;
    private readonly StoreKeys? keys;
    private readonly ConcurrentDictionary<ScopeName, Lazy<OpenScope>> open = new();

    private EmbeddedStores(string root, TimeProvider time, OutboxSignal signal, FileStream owner, StoreKeys? keys) =>
        (this.root, this.time, this.signal, this.owner, this.keys) = (root, time, signal, owner, keys);

    /// <param name="keys">Null for stores that are not encrypted.</param>
    /// <exception cref="IOException">Another process has the folder open.</exception>
    /// <exception cref="StoreKeyException">The folder was written under other keys, or under none.</exception>
    /// <exception cref="StoreLayoutException">A newer program wrote it.</exception>
    public static EmbeddedStores Open(string root, TimeProvider time, OutboxSignal signal, StoreKeys? keys = null) {
        Directory.CreateDirectory(root);
        var mine = new FileStream(Path.Combine(root, "owner.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try {
            StoresRewrite.Finish(root);
            KeyMark.Check(root, keys);
            var stores = new EmbeddedStores(root, time, signal, mine, keys);
            // Its stamp stands for the whole folder.
            if (Directory.Exists(Path.Combine(root, PlatformFolder))) stores.Open(ScopeName.Platform);
            return stores;
        } catch {
            mine.Dispose();
            throw;
        }
    }

    /// <summary>Whether this folder holds stores that a key opens; false for one that is empty or not there.</summary>
    public static bool AreEncrypted(string root) => File.Exists(Path.Combine(root, KeyMark.FileName));

    /// <summary>Every scope that has a folder.</summary>
    public IReadOnlyList<ScopeName> Scopes => [.. Directory.Exists(Path.Combine(root, PlatformFolder)) ? [ScopeName.Platform] : Array.Empty<ScopeName>(),
        .. Directory.Exists(Path.Combine(root, TenantsFolder)) ? Directory.GetDirectories(Path.Combine(root, TenantsFolder)).Select(folder => ScopeName.Of(new(Path.GetFileName(folder)!))) : []];

    /// <exception cref="StoreLayoutException">A newer program wrote it.</exception>
    public ScopeStores Open(ScopeName scope) {
        var opening = open.GetOrAdd(scope, name => new(() => DiskOutage.Of(() => OpenNew(name))));
        try {
            return opening.Value.Stores;
        } catch {
            // It would throw the same for ever, also when there is room again.
            open.TryRemove(new(scope, opening));
            throw;
        }
    }

    public async ValueTask DisposeAsync() {
        foreach (var scope in open.Values.Where(scope => scope.IsValueCreated)) scope.Value.Database.Dispose();
        open.Clear();
        await owner.DisposeAsync();
    }

    private OpenScope OpenNew(ScopeName scope) {
        if (scope.Tenant is { } tenant && (!BlobNames.IsName(tenant.Value) || tenant.Value.Contains('/'))) throw new ArgumentException($"'{scope}' cannot be a folder.");
        var folder = Path.Combine(root, scope.Tenant is { } id ? Path.Combine(TenantsFolder, id.Value) : PlatformFolder);
        Directory.CreateDirectory(folder);
        var database = ScopeDatabase.Open(Path.Combine(folder, DatabaseName), scope);
        try {
            var blobs = new FileBlobs(Path.Combine(folder, "blobs"), keys is null ? null : new BlobSeal(keys, scope.Text));
            ITextSeal seal = keys is null ? new PlainText() : new SealedText(keys, scope.Text);
            return new(database, new(new SqliteDocuments(scope, database, seal, time, signal), blobs, new SqliteOutbox(database, seal), new SqliteRows(database, seal)));
        } catch {
            database.Dispose();
            throw;
        }
    }

    private sealed record OpenScope(ScopeDatabase Database, ScopeStores Stores);
}
