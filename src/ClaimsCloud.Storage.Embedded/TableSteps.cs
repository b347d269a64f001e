using System.Globalization;
using ClaimsCloud.Application.Shared;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Storage.Embedded;

/// <summary>
/// What a layout changes in the tables of a scope, up and down, and the stamp of the scope: <c>PRAGMA user_version</c>, three groups of three digits for lowest, highest and readable-from
/// (3003002), none for the first layout. Both go in one transaction. Tables of <see cref="ScopeDatabase"/> are those of the first layout.
/// </summary>
internal static class TableSteps {
    /// <summary>From here on the outbox has a column for the trace of a message, its last.</summary>
    public const int Traces = 3;
    private const int Group = 1000;

    private static readonly (int Version, string Up, string Down)[] All = [
        (Traces, "ALTER TABLE outbox ADD COLUMN trace TEXT", "ALTER TABLE outbox DROP COLUMN trace"),
    ];

    public static ScopeLayout Stamp(SqliteConnection connection) {
        var number = Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
        return number == 0 ? ScopeLayout.First : new(number / (Group * Group), number / Group % Group, number % Group);
    }

    /// <summary>Inside a transaction.</summary>
    public static void Set(SqliteConnection connection, ScopeLayout to) {
        var was = Stamp(connection);
        if (was == to) return;
        // Another connection may have changed the tables: what alters one believes what this connection knew, and what reads looks first.
        connection.Scalar("SELECT 1 FROM sqlite_master LIMIT 1");
        foreach (var step in All.Where(step => step.Version > was.Highest && step.Version <= to.Highest)) connection.Execute(step.Up);
        foreach (var step in All.Reverse().Where(step => step.Version <= was.Highest && step.Version > to.Highest)) connection.Execute(step.Down);
        var number = to == ScopeLayout.First ? 0 : (to.Lowest * Group + to.Highest) * Group + to.ReadableFrom;
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"));
    }
}
