using System.Globalization;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Ports;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Application.Tests.Layouts;

/// <summary>A data folder as the program of layout 1 left it: its tables, no stamp, entries that name patients.</summary>
internal static class FolderOfBefore {
    private const string Tables = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS documents (kind TEXT NOT NULL, id TEXT NOT NULL, etag INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS entries (kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, name, value, id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS entries_of ON entries (kind, id);
        CREATE TABLE IF NOT EXISTS outbox (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, target TEXT NOT NULL,
            body TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL, parked TEXT);
        CREATE TABLE IF NOT EXISTS consumed (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS counter (one INTEGER PRIMARY KEY CHECK (one = 1), value INTEGER NOT NULL);
        INSERT OR IGNORE INTO counter VALUES (1, abs(random() >> 2));
        """;

    public static void Make(string root, string tenant, DateTimeOffset now) {
        Write(File(root, null), [KindsOfBefore.Row(Tenant.Kind, tenant, new Tenant("いぶき訪問看護ステーション", "1234567", now))]);
        Write(File(root, tenant), KindsOfBefore.Rows(now)[1]);
    }

    public static void Change(string root, string? tenant, string sql) {
        using var connection = Connect(File(root, tenant));
        Execute(connection, sql);
    }

    /// <summary>Tables and rows of every scope, and the stamps; without etags, which never come back.</summary>
    public static string Dump(string root) => string.Join('\n', Directory.EnumerateFiles(root, "documents.db", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => {
        using var connection = Connect(file);
        return string.Join('\n', ((string[])["PRAGMA user_version", "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name", "SELECT kind, id, body FROM documents ORDER BY 1, 2",
            "SELECT * FROM entries ORDER BY 1, 2, 3, 4", "SELECT * FROM outbox ORDER BY number", "SELECT * FROM consumed ORDER BY 1", "SELECT one FROM counter"]).Select(sql => Rows(connection, sql)));
    }));

    private static void Write(string file, IEnumerable<ScopeRow> rows) {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var connection = Connect(file);
        Execute(connection, Tables);
        foreach (var row in rows)
            switch (row) {
                case DocumentRow document:
                    Execute(connection, "INSERT INTO documents VALUES ($1, $2, 7, $3)", document.Kind, document.Id, document.Json);
                    foreach (var entry in document.Entries) Execute(connection, "INSERT INTO entries VALUES ($1, $2, $3, $4)", document.Kind, entry.Index, entry.Value, document.Id);
                    break;
                case MessageRow message:
                    Execute(connection, "INSERT INTO outbox (id, name, target, body, attempts, due, parked) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                        message.Id, message.Name, message.To, message.Json, message.Attempts, message.Due.UtcTicks, (object?)message.Parked ?? DBNull.Value);
                    break;
                default:
                    Execute(connection, "INSERT INTO consumed VALUES ($1, $2)", row.Id, ((ConsumedRow)row).At.UtcTicks);
                    break;
            }
    }

    private static string File(string root, string? tenant) => Path.Combine(root, tenant is null ? "platform" : Path.Combine("tenants", tenant), "documents.db");

    private static SqliteConnection Connect(string file) {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql, params object[] values) {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i + 1}", values[i]);
        command.ExecuteNonQuery();
    }

    private static string Rows(SqliteConnection connection, string sql) {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return string.Join('\n', rows);
    }
}
