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

    private readonly string connectionString;
    private readonly SemaphoreSlim writer = new(1, 1);

    // One connection stays open between calls, others only while they work: each costs 150 KB and two files, and a host has thousands of scopes open. At least one always is: the first makes the
    // index of the write-ahead log, a file of 32 KB, and the last takes it away; without it a full disk could not even be read.
    private SqliteConnection? resting;
    private volatile bool isDisposed;

    private ScopeDatabase(string connectionString) => this.connectionString = connectionString;

    /// <exception cref="StoreLayoutException">It is of a newer program, and was not touched.</exception>
    public static ScopeDatabase Open(string file, ScopeName scope) {
        var database = new ScopeDatabase(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 }.ToString());
        try {
            using var lease = database.Connect();
            Enter(lease.Connection, scope);
            return database;
        } catch {
            database.Dispose();
            throw;
        }
    }

    public Lease Connect() => new(this, Interlocked.Exchange(ref resting, null) ?? OpenNew());

    public T Read<T>(Func<SqliteConnection, T> read) => DiskOutage.Of(() => {
        using var lease = Connect();
        return read(lease.Connection);
    });

    /// <summary>Commits when the work says so (not null), else rolls back.</summary>
    public async Task<T?> Write<T>(Func<SqliteConnection, SqliteTransaction, T?> write, CancellationToken stop) {
        await writer.WaitAsync(stop);
        try {
            return DiskOutage.Of(() => {
                using var lease = Connect();
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
        isDisposed = true;
        Interlocked.Exchange(ref resting, null)?.Dispose();
        writer.Dispose();
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
            // What is deleted is written over: an erased name must not lie in a free page. A cache of 256 KB, for the same reason as one connection: the default of 2 MB each would come to gigabytes.
            connection.Execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -256");
        } catch {
            connection.Dispose();
            throw;
        }
        return connection;
    }

    private void Return(SqliteConnection connection) {
        // One that could not even roll back is in nobody's way but the next one's.
        var isSound = raw.sqlite3_get_autocommit(connection.Handle) != 0;
        if (!isSound || Interlocked.CompareExchange(ref resting, connection, null) is not null) connection.Dispose();
        if (isDisposed) Interlocked.Exchange(ref resting, null)?.Dispose();
    }

    /// <summary>A connection for one piece of work.</summary>
    public readonly struct Lease(ScopeDatabase from, SqliteConnection connection) : IDisposable {
        public SqliteConnection Connection => connection;

        public void Dispose() => from.Return(connection);
    }
}
