using System.Collections.Frozen;

namespace ClaimsCloud.Domain.Records;

/// <summary>One code of a 別表.</summary>
/// <param name="Meaning">Official Japanese text.</param>
/// <param name="ForFirstClaims">False for codes that only the payers write (網掛け).</param>
/// <param name="OnlyIn">The one record (<c>IH</c>) or field (<c>RJ.DeathPlaceCode</c>) that may hold it; empty for no such limit.</param>
public sealed record Code(string Value, string Meaning, bool ForFirstClaims, string OnlyIn) {
    internal bool Fits(FieldLayout field) =>
        OnlyIn.Length == 0 || OnlyIn == field.Record || OnlyIn == $"{field.Record}.{field.English}";
}

/// <summary>One 別表: codes of one to four characters and their official meaning.</summary>
public sealed class CodeTable {
    private readonly FrozenDictionary<string, Code> _codes;
    private readonly FrozenDictionary<uint, Code> _packed;

    internal CodeTable(string number, string japanese, IEnumerable<Code> codes) {
        Number = number;
        Japanese = japanese;
        _codes = codes.ToFrozenDictionary(c => c.Value);
        _packed = _codes.Values.ToFrozenDictionary(c => Pack(ClaimText.Encode(c.Value)));
    }

    /// <summary>別表 number as two digits.</summary>
    public string Number { get; }

    public string Japanese { get; }

    public IEnumerable<Code> Codes => _codes.Values;

    /// <summary>The official meaning, or null for a code that the table does not have.</summary>
    public string? Meaning(string code) => _codes.GetValueOrDefault(code)?.Meaning;

    internal Code? Find(ReadOnlySpan<byte> code) => code.Length is > 0 and <= 4 ? _packed.GetValueOrDefault(Pack(code)) : null;

    /// <summary>No code begins with NUL, so the length is in the number.</summary>
    private static uint Pack(ReadOnlySpan<byte> code) {
        var packed = 0u;
        foreach (var b in code) packed = (packed << 8) | b;
        return packed;
    }
}
