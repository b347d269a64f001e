using System.Runtime.CompilerServices;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Storage.Embedded.Keys;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Storage.Embedded;

internal sealed class SqliteRows(ScopeDatabase database, ITextSeal seal) : IScopeRows {
    public async IAsyncEnumerable<ScopeRow> Read([EnumeratorCancellation] CancellationToken stop) {
        await Task.CompletedTask;
        using var connection = database.Connect();
        // One read transaction is one moment of the file, whatever is written meanwhile.
        using var moment = connection.BeginTransaction(deferred: true);
        using var documents = connection.Sql("SELECT kind, id, body FROM documents");
        foreach (var row in Each(documents, row => new DocumentRow(row.GetString(0), row.GetString(1), seal.Open(Places.Document(row.GetString(0), row.GetString(1)), row, 2), [])))
            yield return row with { Entries = connection.Rows(entry => new IndexEntry(entry.GetString(0), entry.GetString(1)),
                "SELECT name, value FROM entries WHERE kind = $1 AND id = $2 ORDER BY name", row.Kind, row.Id) };
        using var messages = connection.Sql("SELECT id, name, target, body, attempts, due, parked FROM outbox ORDER BY number");
        foreach (var row in Each(messages, row => new MessageRow(row.GetString(0), row.GetString(1), row.GetString(2),
            seal.Open(Places.Message(row.GetString(0), row.GetString(1), row.GetString(2)), row, 3), row.GetInt32(4),
            new(row.GetInt64(5), TimeSpan.Zero), row.IsDBNull(6) ? null : row.GetString(6)))) yield return row;
        using var consumed = connection.Sql("SELECT id, at FROM consumed");
        foreach (var row in Each(consumed, row => new ConsumedRow(row.GetString(0), new(row.GetInt64(1), TimeSpan.Zero)))) yield return row;
        stop.ThrowIfCancellationRequested();
    }

    public async Task Write(IReadOnlyList<ScopeRow> rows, CancellationToken stop) => await database.Write((connection, _) => {
        foreach (var row in rows) Put(connection, row);
        return rows;
    }, stop);

    private void Put(SqliteConnection connection, ScopeRow row) {
        switch (row) {
            case DocumentRow document:
                SqliteDocuments.Put(connection, seal, document.Kind, document.Id, document.Json, document.Entries);
                break;
            case MessageRow message:
                connection.Execute("INSERT OR REPLACE INTO outbox (id, name, target, body, attempts, due, parked) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    message.Id, message.Name, message.To, seal.Seal(Places.Message(message.Id, message.Name, message.To), message.Json), message.Attempts, message.Due.UtcTicks, message.Parked);
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
