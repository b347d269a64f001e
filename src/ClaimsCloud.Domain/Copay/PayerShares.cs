using System.Collections.Frozen;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Copay;

/// <summary>負担区分 (別表22): one code for each set of payers, both ways.</summary>
public sealed class PayerShares {
    private readonly FrozenDictionary<Payers, string> _codes;
    private readonly FrozenDictionary<string, Payers> _payers;

    private PayerShares(string release) {
        var rows = DataFile.Rows($"uke/{release}/codes.csv").Where(r => r["table"] == "22").Select(r => (Code: r["code"], Payers: PayersIn(r["note"]))).ToArray();
        _codes = rows.ToFrozenDictionary(r => r.Payers, r => r.Code);
        _payers = rows.ToFrozenDictionary(r => r.Code, r => r.Payers);
    }

    /// <summary>Of the record specification 令和6年6月版.</summary>
    public static PayerShares Release202406 { get; } = new("2024-06");

    /// <summary>The code of a set of payers, or null for the empty set.</summary>
    public string? Code(Payers payers) => _codes.GetValueOrDefault(payers);

    /// <summary>The payers a code names, or null for a code that is not in the table.</summary>
    public Payers? PayersOf(string code) => _payers.TryGetValue(code, out var payers) ? payers : null;

    /// <summary><c>payers=13</c>: digits of 別表23, 1 the insurer, 2 the first public expense.</summary>
    private static Payers PayersIn(string note) =>
        note["payers=".Length..].Aggregate(Payers.None, (set, digit) => set | (Payers)(1 << (digit - '1')));
}
