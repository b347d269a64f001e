using System.Collections.Frozen;

namespace ClaimsCloud.Domain.Records;

/// <summary>One 別表: codes and their official meaning.</summary>
public sealed class CodeTable {
    private readonly FrozenDictionary<string, string> _meanings;
    private readonly FrozenSet<uint> _packed;

    internal CodeTable(string number, string japanese, IEnumerable<(string Code, string Meaning)> codes) {
        Number = number;
        Japanese = japanese;
        _meanings = codes.ToFrozenDictionary(c => c.Code, c => c.Meaning);
        _packed = _meanings.Keys.Select(c => Pack(ClaimText.Encode(c))).ToFrozenSet();
    }

    /// <summary>別表 number as two digits.</summary>
    public string Number { get; }

    public string Japanese { get; }

    public IEnumerable<string> Codes => _meanings.Keys;

    /// <summary>The official meaning, or null for a code that the table does not have.</summary>
    public string? Meaning(string code) => _meanings.GetValueOrDefault(code);

    internal bool Has(ReadOnlySpan<byte> code) => code.Length is > 0 and <= 4 && _packed.Contains(Pack(code));

    /// <summary>All codes have at most four bytes; the length is in the leading byte of shorter ones by being zero.</summary>
    private static uint Pack(ReadOnlySpan<byte> code) {
        var packed = 0u;
        foreach (var b in code) packed = (packed << 8) | b;
        return packed;
    }
}
