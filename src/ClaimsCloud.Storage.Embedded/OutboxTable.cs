using ClaimsCloud.Application.Shared;
using ClaimsCloud.Storage.Embedded.Keys;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Storage.Embedded;

/// <summary>Rows of the outbox as they lie in their table. A scope of before has no column for the trace (<see cref="TableSteps"/>), and a column may come or go while others read.</summary>
internal static class OutboxTable {
    /// <summary>Reads what "SELECT *" gives: the columns by their places.</summary>
    public static MessageRow Read(SqliteDataReader row, ITextSeal seal) {
        var (id, name, target) = (row.GetString(1), row.GetString(2), row.GetString(3));
        return new(id, name, target, seal.Open(Places.Message(id, name, target), row, 4), row.GetInt32(5), new(row.GetInt64(6), TimeSpan.Zero), Text(row, 7), Text(row, 8));
    }

    /// <summary>In place of one with the same id.</summary>
    public static void Put(SqliteConnection connection, ITextSeal seal, MessageRow message) => Write(connection, seal, message, "INSERT OR REPLACE");

    public static void Add(SqliteConnection connection, ITextSeal seal, MessageRow message) => Write(connection, seal, message, "INSERT");

    /// <summary>False when it is gone, or was tried, parked or sent again meanwhile: nothing else of a message ever changes. It keeps its place in the order.</summary>
    public static bool Replace(SqliteConnection connection, ITextSeal seal, MessageRow was, MessageRow now) {
        var trace = HasTraces(connection) ? ", trace = $8" : "";
        return connection.Execute($"UPDATE outbox SET name = $2, target = $3, body = $4, attempts = $5, due = $6, parked = $7{trace} WHERE id = $1 AND attempts = $9 AND due = $10 AND parked IS $11",
            now.Id, now.Name, now.To, Body(seal, now), now.Attempts, now.Due.UtcTicks, now.Parked, now.Trace, was.Attempts, was.Due.UtcTicks, was.Parked) > 0;
    }

    private static void Write(SqliteConnection connection, ITextSeal seal, MessageRow message, string verb) {
        var (column, value) = HasTraces(connection) ? (", trace", ", $8") : ("", "");
        connection.Execute($"{verb} INTO outbox (id, name, target, body, attempts, due, parked{column}) VALUES ($1, $2, $3, $4, $5, $6, $7{value})",
            message.Id, message.Name, message.To, Body(seal, message), message.Attempts, message.Due.UtcTicks, message.Parked, message.Trace);
    }

    private static bool HasTraces(SqliteConnection connection) => TableSteps.Stamp(connection).Highest >= TableSteps.Traces;

    private static object Body(ITextSeal seal, MessageRow message) => seal.Seal(Places.Message(message.Id, message.Name, message.To), message.Json);

    private static string? Text(SqliteDataReader row, int column) => column >= row.FieldCount || row.IsDBNull(column) ? null : row.GetString(column);
}
