using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using Microsoft.Data.Sqlite;

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

    private readonly string connectionString;
    private readonly SemaphoreSlim writer = new(1, 1);

    // The first connection makes the index of the write-ahead log, a file of 32 KB, and the last one takes it away. Were all closed by the pool after a rest, a full disk could not be read.
    private readonly SqliteConnection held;

    private ScopeDatabase(string connectionString, ScopeName scope) {
        this.connectionString = connectionString;
        held = Connect();
        try {
            Enter(scope);
        } catch {
            held.Dispose();
            ClearPool();
            throw;
        }
    }

    /// <exception cref="StoreLayoutException">It is of a newer program, and was not touched.</exception>
    public static ScopeDatabase Open(string file, ScopeName scope) => new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = true, DefaultTimeout = 30 }.ToString(), scope);

    public SqliteConnection Connect() {
        var connection = new SqliteConnection(connectionString);
        try {
            connection.Open();
            // What is deleted is written over: an erased name must not lie in a free page. A cache of 256 KB: with thousands of tenants open, the default of 2 MB each would come to gigabytes.
            connection.Execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -256");
        } catch {
            connection.Dispose();
            throw;
        }
        return connection;
    }

    public T Read<T>(Func<SqliteConnection, T> read) => DiskOutage.Of(() => {
        using var connection = Connect();
        return read(connection);
    });

    /// <summary>Commits when the work says so (not null), else rolls back.</summary>
    public async Task<T?> Write<T>(Func<SqliteConnection, SqliteTransaction, T?> write, CancellationToken stop) {
        await writer.WaitAsync(stop);
        try {
            return DiskOutage.Of(() => {
                using var connection = Connect();
                using var transaction = connection.BeginTransaction();
                var result = write(connection, transaction);
                if (result is not null) transaction.Commit();
                return result;
            });
        } finally {
            writer.Release();
        }
    }

    public void Dispose() {
        held.Dispose();
        ClearPool();
        writer.Dispose();
    }

    private void Enter(ScopeName scope) {
        var entered = StoreSteps.Entered($"The store of {scope}", TableSteps.Stamp(held));
        held.Execute("PRAGMA journal_mode = WAL");
        using var transaction = held.BeginTransaction();
        var isNew = held.Scalar("SELECT 1 FROM sqlite_master WHERE name = 'documents'") is null;
        held.Execute(Schema);
        TableSteps.Set(held, isNew ? StoreSteps.Newest : entered);
        transaction.Commit();
    }

    private void ClearPool() {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
