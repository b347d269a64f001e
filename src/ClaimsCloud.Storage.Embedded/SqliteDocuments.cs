using System.Globalization;
using System.Text.Json;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Storage.Embedded.Keys;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Storage.Embedded;

internal sealed class SqliteDocuments(ScopeName scope, ScopeDatabase database, ITextSeal seal, TimeProvider time, OutboxSignal signal) : IDocuments {
    public Task<Stored<T>?> Get<T>(DocumentKind<T> kind, string id, CancellationToken stop) where T : class {
        stop.ThrowIfCancellationRequested();
        return database.Read(connection =>
            connection.Rows(row => Read(kind, row), "SELECT id, etag, body FROM documents WHERE kind = $1 AND id = $2", kind.Name, id).SingleOrDefault(), stop);
    }

    public async Task<QueryPage<T>> Query<T>(IndexQuery<T> query, CancellationToken stop) where T : class {
        stop.ThrowIfCancellationRequested();
        query.Check();
        var (direction, beyond) = query.Order == QueryOrder.Ascending ? ("ASC", ">") : ("DESC", "<");
        // Only the terms that are asked for: with "$3 IS NULL OR …" SQLite walks the whole index for each page.
        var range = (query.Range.From is null ? "" : " AND e.value >= $3") + (query.Range.To is null ? "" : " AND e.value <= $4") + (query.After is null ? "" : $" AND (e.value, e.id) {beyond} ($5, $6)");
        var found = await database.Read(connection => connection.Rows(row => (Stored: Read(query.Kind, row), Value: row.GetString(3)), $"""
            SELECT d.id, d.etag, d.body, e.value FROM entries e CROSS JOIN documents d ON d.kind = e.kind AND d.id = e.id
            WHERE e.kind = $1 AND e.name = $2{range}
            ORDER BY e.value {direction}, e.id {direction} LIMIT $7
            """, query.Kind.Name, query.Index.Name, query.Range.From, query.Range.To, query.After?.Value, query.After?.Id, query.Limit + 1), stop);
        var items = found.Take(query.Limit).Select(one => one.Stored).ToList();
        var next = found.Count > query.Limit ? new Continuation(found[query.Limit - 1].Value, items[^1].Id) : null;
        return new(items, next);
    }

    public async Task<CommitResult> Commit(Batch batch, CancellationToken stop) {
        var refused = CommitResult.Conflict;
        var done = await database.Write((connection, _) => {
            foreach (var id in batch.Consumed)
                if (connection.Execute("INSERT OR IGNORE INTO consumed VALUES ($1, $2)", id, time.GetUtcNow().UtcTicks) == 0) {
                    refused = CommitResult.AlreadyConsumed;
                    return null;
                }
            foreach (var change in batch.Changes)
                if (!Apply(connection, change)) return null;
            foreach (var message in batch.Messages)
                OutboxTable.Add(connection, seal, new(message.Id, message.Name, (message.To ?? scope).Text, message.Json, Attempts: 0, time.GetUtcNow(), Parked: null, message.Trace));
            return batch;
        }, stop);
        if (done is null) return refused;
        if (batch.Messages.Count > 0) signal.Wake(scope);
        return CommitResult.Committed;
    }

    private bool Apply(SqliteConnection connection, DocumentChange change) {
        var etag = NextEtag(connection);
        var body = change.Json is null ? null : seal.Seal(Places.Document(change.Kind, change.Id), change.Json);
        var touched = (change.Etag, change.Json) switch {
            (null, not null) => connection.Execute("INSERT OR IGNORE INTO documents VALUES ($1, $2, $3, $4)", change.Kind, change.Id, etag, body),
            ({ } was, null) => connection.Execute("DELETE FROM documents WHERE kind = $1 AND id = $2 AND etag = $3", change.Kind, change.Id, Number(was)),
            ({ } was, not null) => connection.Execute("UPDATE documents SET etag = $4, body = $5 WHERE kind = $1 AND id = $2 AND etag = $3",
                change.Kind, change.Id, Number(was), etag, body),
            _ => throw new ArgumentException("A change writes or deletes."),
        };
        if (touched == 0) return false;
        PutEntries(connection, change.Kind, change.Id, change.Entries);
        return true;
    }

    /// <summary>Whatever stands there: for rows that come back from a backup.</summary>
    public static void Put(SqliteConnection connection, ITextSeal seal, string kind, string id, string json, IReadOnlyList<IndexEntry> entries) {
        connection.Execute("INSERT OR REPLACE INTO documents VALUES ($1, $2, $3, $4)", kind, id, NextEtag(connection), seal.Seal(Places.Document(kind, id), json));
        PutEntries(connection, kind, id, entries);
    }

    /// <summary>False when it is gone or has another etag.</summary>
    public static bool Replace(SqliteConnection connection, ITextSeal seal, DocumentRow now, string etag) {
        if (connection.Execute("UPDATE documents SET etag = $4, body = $5 WHERE kind = $1 AND id = $2 AND etag = $3",
            now.Kind, now.Id, Number(etag), NextEtag(connection), seal.Seal(Places.Document(now.Kind, now.Id), now.Json)) == 0) return false;
        PutEntries(connection, now.Kind, now.Id, now.Entries);
        return true;
    }

    private static void PutEntries(SqliteConnection connection, string kind, string id, IReadOnlyList<IndexEntry> entries) {
        connection.Execute("DELETE FROM entries WHERE kind = $1 AND id = $2", kind, id);
        foreach (var entry in entries) connection.Execute("INSERT INTO entries VALUES ($1, $2, $3, $4)", kind, entry.Index, entry.Value, id);
    }

    /// <summary>One counter for the file: an etag never comes back, not even when a document is deleted and made again.</summary>
    private static object? NextEtag(SqliteConnection connection) => connection.Scalar("UPDATE counter SET value = value + 1 RETURNING value");

    private static long Number(string etag) => long.Parse(etag, CultureInfo.InvariantCulture);

    private Stored<T> Read<T>(DocumentKind<T> kind, SqliteDataReader row) where T : class =>
        new(kind, row.GetString(0), JsonSerializer.Deserialize<T>(seal.Open(Places.Document(kind.Name, row.GetString(0)), row, 2), Json.Options) ?? throw new JsonException($"{kind.Name} is null."),
            row.GetInt64(1).ToString(CultureInfo.InvariantCulture));
}
