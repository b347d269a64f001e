using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Storage.Embedded;

/// <summary>The SQLite file of one scope: one writer at a time in this process, readers beside it (WAL), every commit on the disk before it is answered.</summary>
internal sealed class ScopeDatabase : IDisposable {
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

    private ScopeDatabase(string connectionString) {
        this.connectionString = connectionString;
        held = Connect(connectionString);
        try {
            using var command = held.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL;" + Schema;
            command.ExecuteNonQuery();
        } catch {
            held.Dispose();
            throw;
        }
    }

    public static ScopeDatabase Open(string file) => new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = true, DefaultTimeout = 30 }.ToString());

    public SqliteConnection Connect() => Connect(connectionString);

    private static SqliteConnection Connect(string connectionString) {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        // What is deleted is written over: an erased name must not lie in a free page.
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON";
        try {
            command.ExecuteNonQuery();
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
        using (var connection = new SqliteConnection(connectionString)) SqliteConnection.ClearPool(connection);
        writer.Dispose();
    }
}
