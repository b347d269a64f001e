using ClaimsCloud.Contracts;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Edge;

/// <summary>Cloud to site. <see cref="Placing"/> is an intent: after it nobody knows what happened until somebody looks.</summary>
internal enum JobState { Created, Fetched, Placing, Placed, Done, Refused }

/// <param name="Kind">Where it is placed: <see cref="JobKind.ClaimFile"/> or <see cref="JobKind.CareClaimFile"/>.</param>
internal sealed record Job(string Id, string Folder, string FileName, string Sha256, long Size, JobState State, JobKind Kind = JobKind.ClaimFile);

/// <summary>Site to cloud. <see cref="Copying"/> is an intent; <see cref="Rejected"/> needs a person and is an alarm.</summary>
internal enum FileState { Copying, Copied, Acknowledged, Rejected }

internal sealed record CollectedFile(string Key, string Name, string Sha256, long Size, FileState State);

/// <summary>An event that the cloud has to hear, kept with its time so that a repetition is the same to the last bit.</summary>
internal sealed record OpenEvent(string JobId, JobEvent Event);

/// <summary>
/// The connector's memory: what it means to do before it does it, what came of it afterwards. Every write is on the disk when the call returns. A memory that was
/// lost or damaged begins empty, and is built up again from the folders and from what the cloud knows (<see cref="IsComplete"/>).
/// </summary>
internal sealed partial class Ledger : IDisposable {
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE IF NOT EXISTS jobs (id TEXT PRIMARY KEY, folder TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, state TEXT NOT NULL,
            kind TEXT NOT NULL DEFAULT 'ClaimFile') STRICT;
        CREATE TABLE IF NOT EXISTS events (key TEXT PRIMARY KEY, job TEXT NOT NULL, kind TEXT NOT NULL, sha256 TEXT, at TEXT NOT NULL, code TEXT, proof TEXT, receipt TEXT) STRICT;
        CREATE TABLE IF NOT EXISTS files (key TEXT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, state TEXT NOT NULL, receipt TEXT) STRICT;
        CREATE TABLE IF NOT EXISTS exchanges (job TEXT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, state TEXT NOT NULL, outcome TEXT NOT NULL,
            doubt INTEGER NOT NULL, since TEXT NOT NULL, file TEXT) STRICT;
        CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        """;
    private const string Complete = "complete";
    private const string KnownToTheCloud = "known";

    private readonly SqliteConnection _database;
    private readonly Lock _gate = new();
    private readonly Action<string> _checkpoint;

    public Ledger(string dataFolder, Action<string> checkpoint) {
        _checkpoint = checkpoint;
        var path = Path.Combine(dataFolder, "ledger.db");
        try {
            _database = Open(path);
        } catch (SqliteException e) when (e.SqliteErrorCode is NotADatabase or Damaged) {
            // Kept aside for the desk; the next number, so that nothing is written over.
            var number = Enumerable.Range(1, int.MaxValue).First(n => !File.Exists($"{path}.damaged-{n}"));
            File.Move(path, $"{path}.damaged-{number}");
            File.Delete(path + "-wal");
            File.Delete(path + "-shm");
            _database = Open(path);
        }
    }

    private const int Damaged = 11;
    private const int NotADatabase = 26;

    /// <summary>False until the cloud has told what it knows: a new memory may be a lost one.</summary>
    public bool IsComplete => Note(Complete) is not null;

    public void MarkComplete() => Note(Complete, "yes");

    public string? Note(string name) => Read("SELECT value FROM notes WHERE name = $1", r => r.GetString(0), name).SingleOrDefault();

    /// <param name="value">Null forgets it.</param>
    public void Note(string name, string? value) => Write(value is null ? ("DELETE FROM notes WHERE name = $1", [name]) : ("INSERT OR REPLACE INTO notes VALUES ($1, $2)", [name, value]));

    /// <summary>A job that is known already stays as it is; one that the cloud knows better than we do is taken up where the cloud last heard of it.</summary>
    public void Add(EdgeJob job, DateTimeOffset now) {
        if (job.Kind == JobKind.Eligibility) {
            AddExchange(job, now);
            return;
        }
        var state = job.Known == JobEventKind.Placed ? JobState.Placed : JobState.Created;
        (string, object?[]) add = ("INSERT OR IGNORE INTO jobs VALUES ($1, $2, $3, $4, $5, $6, $7)", [job.JobId, job.Folder, job.FileName, job.Sha256, job.Size, state.ToString(), job.Kind.ToString()]);
        if (job.Known is null) Write(add);
        else if (job.Known == JobEventKind.Fetched) Write(add, Heard(job, JobEventKind.Fetched));
        else if (job.Known == JobEventKind.Placed) Write(add, Heard(job, JobEventKind.Fetched), Heard(job, JobEventKind.Placed));
    }

    private static (string, object?[]) Heard(EdgeJob job, JobEventKind kind) =>
        ("INSERT OR IGNORE INTO events VALUES ($1, $2, $3, NULL, $4, NULL, NULL, $5)", [KeyOf(job.JobId, kind), job.JobId, kind.ToString(), "", KnownToTheCloud]);

    public static string KeyOf(string jobId, JobEventKind kind) => $"{jobId}.{kind}";

    public void Move(Job job, JobState to) => Write(MoveJob(job, to));

    /// <summary>The new state and the event that tells of it, in one write.</summary>
    public void Move(Job job, JobState to, JobEvent happened) => Write(MoveJob(job, to), Tell(job.Id, happened));

    /// <param name="receipt">The cloud's receipt, or <c>refused</c>.</param>
    public void Close(OpenEvent sent, string receipt) => Write(("UPDATE events SET receipt = $2 WHERE key = $1", [sent.Event.EventKey, receipt]));

    public void Add(CollectedFile file) => Write(AddFile(file));

    public void Move(CollectedFile file, FileState to, string? receipt = null) => Write(("UPDATE files SET state = $2, receipt = $3 WHERE key = $1", [file.Key, to.ToString(), receipt]));

    /// <summary>Forgets a file that changed or went away before its content was safe.</summary>
    public void Forget(CollectedFile file) => Write(("DELETE FROM files WHERE key = $1", [file.Key]));

    public IReadOnlyList<Job> OpenJobs() => Jobs("WHERE state NOT IN ('Done', 'Refused')");

    public IReadOnlyList<Job> AllJobs() => Jobs("");

    public IReadOnlyList<OpenEvent> OpenEvents() => Read("SELECT job, key, kind, sha256, at, code, proof FROM events WHERE receipt IS NULL ORDER BY rowid",
        r => new OpenEvent(r.GetString(0), new JobEvent(r.GetString(1), Enum.Parse<JobEventKind>(r.GetString(2)), Text(r, 3), DateTimeOffset.Parse(r.GetString(4)), Text(r, 5), Text(r, 6))));

    public IReadOnlyList<CollectedFile> OpenFiles() => Files("WHERE state IN ('Copying', 'Copied')");

    public IReadOnlyList<CollectedFile> AllFiles() => Files("");

    private static (string, object?[]) AddFile(CollectedFile file) => ("INSERT OR IGNORE INTO files VALUES ($1, $2, $3, $4, $5, NULL)", [file.Key, file.Name, file.Sha256, file.Size, file.State.ToString()]);

    public bool Knows(string fileKey) => Read("SELECT 1 FROM files WHERE key = $1", _ => true, fileKey).Count > 0;

    /// <summary>What the cloud refused for good: a person has to look.</summary>
    public bool HasRejections() => Read("SELECT 1 FROM events WHERE receipt = 'refused' UNION ALL SELECT 1 FROM files WHERE state = 'Rejected' LIMIT 1", _ => true).Count > 0;

    /// <summary>A copy that is whole although the connector runs, for the move to another PC.</summary>
    public void CopyTo(string path) => Read("VACUUM INTO $1", _ => true, path);

    public void Dispose() => _database.Dispose();

    private static SqliteConnection Open(string path) {
        var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try {
            database.Open();
            Run(database, Schema);
            using var check = database.CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            if (check.ExecuteScalar() as string is not "ok") throw new SqliteException("the ledger is damaged", Damaged);
            using var version = database.CreateCommand();
            version.CommandText = "SELECT count(*) FROM pragma_table_info('events') WHERE name = 'proof'";
            // Ledgers of version 1.0 have no signatures.
            if (version.ExecuteScalar() is 0L) Run(database, """
                ALTER TABLE events RENAME TO events_1;
                CREATE TABLE events (key TEXT PRIMARY KEY, job TEXT NOT NULL, kind TEXT NOT NULL, sha256 TEXT, at TEXT NOT NULL, code TEXT, proof TEXT, receipt TEXT) STRICT;
                INSERT INTO events SELECT key, job, kind, sha256, at, code, NULL, receipt FROM events_1 ORDER BY rowid;
                DROP TABLE events_1;
                """);
            version.CommandText = "SELECT count(*) FROM pragma_table_info('jobs') WHERE name = 'kind'";
            // Those before 1.2 know claim files alone.
            if (version.ExecuteScalar() is 0L) Run(database, "ALTER TABLE jobs ADD COLUMN kind TEXT NOT NULL DEFAULT 'ClaimFile'");
            return database;
        } catch {
            database.Dispose();
            throw;
        }
    }

    private static void Run(SqliteConnection database, string sql) {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static (string, object?[]) Tell(string jobId, JobEvent happened) => ("INSERT OR IGNORE INTO events VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)",
        [happened.EventKey, jobId, happened.Kind.ToString(), happened.Sha256, happened.At.ToString("O"), happened.Code, happened.Proof]);

    private static (string, object?[]) MoveJob(Job job, JobState to) => ("UPDATE jobs SET state = $2 WHERE id = $1", [job.Id, to.ToString()]);

    private IReadOnlyList<Job> Jobs(string where) => Read($"SELECT id, folder, name, sha256, size, state, kind FROM jobs {where} ORDER BY rowid",
        r => new Job(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt64(4), Enum.Parse<JobState>(r.GetString(5)), Enum.Parse<JobKind>(r.GetString(6))));

    private IReadOnlyList<CollectedFile> Files(string where) => Read($"SELECT key, name, sha256, size, state FROM files {where} ORDER BY rowid",
        r => new CollectedFile(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3), Enum.Parse<FileState>(r.GetString(4))));

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private void Write(params ReadOnlySpan<(string Sql, object?[] Values)> statements) {
        _checkpoint("before ledger");
        lock (_gate) {
            using var transaction = _database.BeginTransaction();
            foreach (var (sql, values) in statements) {
                using var command = Command(sql, values);
                command.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        _checkpoint("after ledger");
    }

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> row, params object?[] values) {
        lock (_gate) {
            using var command = Command(sql, values);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read()) rows.Add(row(reader));
            return rows;
        }
    }

    private SqliteCommand Command(string sql, object?[] values) {
        var command = _database.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        return command;
    }
}
