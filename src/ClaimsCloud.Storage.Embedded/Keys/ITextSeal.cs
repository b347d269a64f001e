using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Storage.Embedded.Keys;

/// <summary>What a body looks like in the SQLite file of a scope: as it is, or encrypted.</summary>
internal interface ITextSeal {
    /// <param name="place">What the body belongs to: elsewhere it does not open.</param>
    object Seal(string place, string text);

    /// <exception cref="System.Security.Cryptography.CryptographicException">Moved, changed, or of another key.</exception>
    string Open(string place, SqliteDataReader row, int column);
}

internal sealed class PlainText : ITextSeal {
    public object Seal(string place, string text) => text;

    public string Open(string place, SqliteDataReader row, int column) => row.GetString(column);
}

internal static class Places {
    public static string Document(string kind, string id) => $"document\n{kind}\n{id}";

    public static string Message(string id, string name, string target) => $"message\n{id}\n{name}\n{target}";
}
