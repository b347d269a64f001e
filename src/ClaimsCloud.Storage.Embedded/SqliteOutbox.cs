using ClaimsCloud.Application.Shared;
using ClaimsCloud.Storage.Embedded.Keys;

namespace ClaimsCloud.Storage.Embedded;

internal sealed class SqliteOutbox(ScopeDatabase database, ITextSeal seal) : IOutbox {
    public async Task<IReadOnlyList<OutboxMessage>> Due(IReadOnlyCollection<string> names, DateTimeOffset now, int limit, CancellationToken stop) {
        object?[] values = [now.UtcTicks, limit, .. names];
        var places = string.Join(", ", Enumerable.Range(3, names.Count).Select(i => $"${i}"));
        var rows = await database.Read(connection => connection.Rows(row => OutboxTable.Read(row, seal),
            $"SELECT * FROM outbox WHERE parked IS NULL AND due <= $1 AND name IN ({places}) ORDER BY number LIMIT $2", values), stop);
        return [.. rows.Select(row => new OutboxMessage(row.Id, row.Name, ScopeName.Parse(row.To), row.Json, row.Attempts, row.Trace))];
    }

    public Task Delete(string id, CancellationToken stop) => Change("DELETE FROM outbox WHERE id = $1", stop, id);

    public Task Retry(string id, int attempts, DateTimeOffset due, CancellationToken stop) =>
        Change("UPDATE outbox SET attempts = $2, due = $3 WHERE id = $1", stop, id, attempts, due.UtcTicks);

    public Task Park(string id, string reason, CancellationToken stop) =>
        Change("UPDATE outbox SET attempts = attempts + 1, parked = $2 WHERE id = $1", stop, id, reason);

    public Task Resend(string id, DateTimeOffset due, CancellationToken stop) =>
        Change("UPDATE outbox SET attempts = 0, due = $2, parked = NULL WHERE id = $1 AND parked IS NOT NULL", stop, id, due.UtcTicks);

    public async Task<IReadOnlyList<ParkedMessage>> Parked(CancellationToken stop) => await database.Read(connection =>
        connection.Rows(row => new ParkedMessage(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3)),
            "SELECT id, name, attempts, parked FROM outbox WHERE parked IS NOT NULL ORDER BY number"), stop);

    public async Task<IReadOnlyList<string>> WaitingNames(CancellationToken stop) => await database.Read(connection =>
        connection.Rows(row => row.GetString(0), "SELECT DISTINCT name FROM outbox WHERE parked IS NULL ORDER BY name"), stop);

    public Task ForgetConsumed(DateTimeOffset before, CancellationToken stop) => Change("DELETE FROM consumed WHERE at < $1", stop, before.UtcTicks);

    private async Task Change(string text, CancellationToken stop, params object?[] values) =>
        await database.Write((connection, _) => connection.Execute(text, values).ToString(), stop);
}
