using System.Collections.Frozen;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>Code tables OQSCD001… of the interface (業務コード). A code that a table does not have is kept and shown, never mapped to another.</summary>
public static class OqsCodes {
    private static readonly FrozenDictionary<(string, string), string> Meanings =
        DataFile.Rows("oqs/codes.csv").ToFrozenDictionary(r => (r["table"], r["code"]), r => r["meaning"]);
    private static readonly FrozenDictionary<string, string> Names = DataFile.Rows("oqs/tables.csv").ToFrozenDictionary(r => r["table"], r => r["japanese"]);

    /// <param name="table">Three digits: <c>006</c>.</param>
    /// <returns>Japanese meaning; null for a code that the table does not have.</returns>
    public static string? Meaning(string table, string code) => Meanings.GetValueOrDefault((table, code));

    /// <summary>Japanese name of a table; null for a table that is not kept here.</summary>
    public static string? TableName(string table) => Names.GetValueOrDefault(table);

    /// <summary>All codes: table, code, meaning.</summary>
    public static IEnumerable<(string Table, string Code, string Meaning)> All => Meanings.Select(m => (m.Key.Item1, m.Key.Item2, m.Value));
}
