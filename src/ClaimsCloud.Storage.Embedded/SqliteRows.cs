using System.Runtime.CompilerServices;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Storage.Embedded.Keys;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Storage.Embedded;

internal sealed class SqliteRows(ScopeDatabase database, ITextSeal seal) : IScopeRows {
    public async IAsyncEnumerable<ScopeRow> Read([EnumeratorCancellation] CancellationToken stop) {
        await Task.CompletedTask;
        using var connection = database.OpenAnother();
        // One read transaction is one moment of the file, whatever is written meanwhile.
        using var moment = connection.BeginTransaction(deferred: true);
        using var documents = connection.Sql("SELECT kind, id, body, etag FROM documents");
        foreach (var row in Each(documents, row => new DocumentRow(row.GetString(0), row.GetString(1), seal.Open(Places.Document(row.GetString(0), row.GetString(1)), row, 2), []) { Etag = row.GetString(3) }))
            yield return row with { Entries = connection.Rows(entry => new IndexEntry(entry.GetString(0), entry.GetString(1)),
                "SELECT name, value FROM entries WHERE kind = $1 AND id = $2 ORDER BY name", row.Kind, row.Id) };
        using var messages = connection.Sql("SELECT * FROM outbox ORDER BY number");
        foreach (var row in Each(messages, row => OutboxTable.Read(row, seal))) yield return row;
        using var consumed = connection.Sql("SELECT id, at FROM consumed");
        foreach (var row in Each(consumed, row => new ConsumedRow(row.GetString(0), new(row.GetInt64(1), TimeSpan.Zero)))) yield return row;
        stop.ThrowIfCancellationRequested();
    }

    public async Task Write(IReadOnlyList<ScopeRow> rows, CancellationToken stop) => await database.Write((connection, _) => {
        foreach (var row in rows) Put(connection, row);
        return rows;
    }, stop);

    public async Task<int> Replace(IReadOnlyList<ScopeRowChange> changes, CancellationToken stop) {
        var done = 0;
        await database.Write((connection, _) => {
            done = changes.Count(change => Replace(connection, change));
            return changes;
        }, stop);
        return done;
    }

    public Task<ScopeLayout> Layout(CancellationToken stop) => database.Read(TableSteps.Stamp, stop);

    public async Task SetLayout(ScopeLayout layout, CancellationToken stop) => await database.Write((connection, _) => {
        TableSteps.Set(connection, layout);
        return layout;
    }, stop);

    private bool Replace(SqliteConnection connection, ScopeRowChange change) => (change.Was, change.Now) switch {
        (DocumentRow { Etag: { } etag } was, DocumentRow now) when (was.Kind, was.Id) == (now.Kind, now.Id) => SqliteDocuments.Replace(connection, seal, now, etag),
        (MessageRow was, MessageRow now) when was.Id == now.Id => OutboxTable.Replace(connection, seal, was, now),
        (ConsumedRow was, ConsumedRow now) when was.Id == now.Id => connection.Execute("UPDATE consumed SET at = $2 WHERE id = $1 AND at = $3", now.Id, now.At.UtcTicks, was.At.UtcTicks) > 0,
        _ => throw new ArgumentException("A row stays what it is, in its place, and has to be one that was read."),
    };

    private void Put(SqliteConnection connection, ScopeRow row) {
        switch (row) {
            case DocumentRow document:
                SqliteDocuments.Put(connection, seal, document.Kind, document.Id, document.Json, document.Entries);
                break;
            case MessageRow message:
                OutboxTable.Put(connection, seal, message);
                break;
            case ConsumedRow consumed:
                connection.Execute("INSERT OR REPLACE INTO consumed VALUES ($1, $2)", consumed.Id, consumed.At.UtcTicks);
                break;
            default:
                throw new ArgumentException($"{row.GetType().Name} is no row of a scope.");
        }
    }

    private static IEnumerable<T> Each<T>(SqliteCommand command, Func<SqliteDataReader, T> read) {
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return read(reader);
    }
}
