using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Storage.Embedded;

internal static class SqlText {
    /// <summary>A command with parameters <c>$1</c>, <c>$2</c>… in order.</summary>
    public static SqliteCommand Sql(this SqliteConnection connection, string text, params ReadOnlySpan<object?> values) {
        var command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        return command;
    }

    public static int Execute(this SqliteConnection connection, string text, params ReadOnlySpan<object?> values) {
        using var command = connection.Sql(text, values);
        return command.ExecuteNonQuery();
    }

    public static object? Scalar(this SqliteConnection connection, string text, params ReadOnlySpan<object?> values) {
        using var command = connection.Sql(text, values);
        return command.ExecuteScalar();
    }

    public static List<T> Rows<T>(this SqliteConnection connection, Func<SqliteDataReader, T> row, string text, params ReadOnlySpan<object?> values) {
        using var command = connection.Sql(text, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }
}
