using System.Threading.Channels;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClaimsCloud.Storage.Embedded;

/// <summary>The SQLite file of one scope: one writer at a time in this process, readers beside it (WAL), every commit on the disk before it is answered.</summary>
internal sealed class ScopeDatabase : IDisposable {
    // As they are in the first layout; TableSteps has what came later.
    // The counter of etags begins anywhere, so that an etag of one file is none of another.
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS documents (kind TEXT NOT NULL, id TEXT NOT NULL, etag INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS entries (kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, name, value, id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS entries_of ON entries (kind, id);
        CREATE TABLE IF NOT EXISTS outbox (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, target TEXT NOT NULL,
            body TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL, parked TEXT);
        CREATE TABLE IF NOT EXISTS consumed (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS counter (one INTEGER PRIMARY KEY CHECK (one = 1), value INTEGER NOT NULL);
        INSERT OR IGNORE INTO counter VALUES (1, abs(random() >> 2));
        """;

    /// <summary>A commit takes as long as the disk.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>Connections that rest between calls. Nearly every call comes to the platform, and hardly two at a time to one tenant.</summary>
    private const int PlatformPlaces = 8, TenantPlaces = 1;

    private readonly string connectionString;
    private readonly TimeSpan patience;
    private readonly SemaphoreSlim writer = new(1, 1);

    // A connection costs 150 KB and two files, and a host has thousands of scopes open. To open and close one for each overlap costs more than to wait for the one that is there: the holes
    // it leaves in memory add up, and SQLite keeps its file open as long as any other connection is. Null is a place whose connection is not open.
    private readonly Channel<SqliteConnection?> places = Channel.CreateUnbounded<SqliteConnection?>();

    private ScopeDatabase(string connectionString, TimeSpan patience) => (this.connectionString, this.patience) = (connectionString, patience);

    /// <param name="patience">How long a call waits for a connection that is at work, before it opens another.</param>
    /// <exception cref="StoreLayoutException">It is of a newer program, and was not touched.</exception>
    public static ScopeDatabase Open(string file, ScopeName scope, TimeSpan? patience = null) {
        var database = new ScopeDatabase(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 }.ToString(), patience ?? Patience);
        try {
            // It stays open: the first makes the index of the write-ahead log, a file of 32 KB, and the last takes it away; without it a full disk could not even be read.
            var first = database.OpenNew();
            database.places.Writer.TryWrite(first);
            Enter(first, scope);
            for (var place = 1; place < (scope == ScopeName.Platform ? PlatformPlaces : TenantPlaces); place++) database.places.Writer.TryWrite(null);
            return database;
        } catch {
            database.Dispose();
            throw;
        }
    }

    public Task<T> Read<T>(Func<SqliteConnection, T> read, CancellationToken stop) => DiskOutage.Of(async () => {
        using var lease = await Connect(stop);
        return read(lease.Connection);
    });

    /// <summary>A connection of its own for a reading that takes long.</summary>
    public SqliteConnection OpenAnother() => DiskOutage.Of(OpenNew);

    /// <summary>Commits when the work says so (not null), else rolls back.</summary>
    public async Task<T?> Write<T>(Func<SqliteConnection, SqliteTransaction, T?> write, CancellationToken stop) {
        await writer.WaitAsync(stop);
        try {
            return await DiskOutage.Of(async () => {
                using var lease = await Connect(stop);
                using var transaction = lease.Connection.BeginTransaction();
                var result = write(lease.Connection, transaction);
                if (result is not null) transaction.Commit();
                return result;
            });
        } finally {
            writer.Release();
        }
    }

    public void Dispose() {
        places.Writer.Complete();
        while (places.Reader.TryRead(out var resting)) resting?.Dispose();
        writer.Dispose();
    }

    private async ValueTask<Lease> Connect(CancellationToken stop) {
        if (places.Reader.TryRead(out var resting)) return OfPlace(resting);
        using var waited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        waited.CancelAfter(patience);
        try {
            return OfPlace(await places.Reader.ReadAsync(waited.Token));
        } catch (OperationCanceledException) when (!stop.IsCancellationRequested) {
            return new(this, OpenNew(), hasPlace: false);
        }
    }

    private Lease OfPlace(SqliteConnection? resting) {
        try {
            return new(this, resting ?? OpenNew(), hasPlace: true);
        } catch {
            places.Writer.TryWrite(null);
            throw;
        }
    }

    private static void Enter(SqliteConnection connection, ScopeName scope) {
        var entered = StoreSteps.Entered($"The store of {scope}", TableSteps.Stamp(connection));
        connection.Execute("PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction();
        var isNew = connection.Scalar("SELECT 1 FROM sqlite_master WHERE name = 'documents'") is null;
        connection.Execute(Schema);
        TableSteps.Set(connection, isNew ? StoreSteps.Newest : entered);
        transaction.Commit();
    }

    private SqliteConnection OpenNew() {
        var connection = new SqliteConnection(connectionString);
        try {
            connection.Open();
            // What is deleted is written over: an erased name must not lie in a free page. A cache of 256 KB: the default of 2 MB each would come to gigabytes.
            connection.Execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -256");
        } catch {
            connection.Dispose();
            throw;
        }
        return connection;
    }

    private void Return(SqliteConnection connection, bool hasPlace) {
        // One that could not even roll back is in nobody's way but the next one's.
        var isSound = raw.sqlite3_get_autocommit(connection.Handle) != 0;
        if (hasPlace && isSound && places.Writer.TryWrite(connection)) return;
        connection.Dispose();
        if (hasPlace) places.Writer.TryWrite(null);
    }

    /// <summary>A connection for one piece of work.</summary>
    private readonly struct Lease(ScopeDatabase from, SqliteConnection connection, bool hasPlace) : IDisposable {
        public SqliteConnection Connection => connection;

        public void Dispose() => from.Return(connection, hasPlace);
    }
}
