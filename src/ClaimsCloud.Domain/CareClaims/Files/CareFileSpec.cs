using System.Collections.Frozen;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>One edition of the care-insurance interface (インタフェース仕様書): the records that a station sends and gets back, and their code tables.</summary>
public sealed class CareFileSpec {
    private readonly FrozenDictionary<string, RecordLayout> _records;
    private readonly FrozenDictionary<string, RecordLayout>.AlternateLookup<ReadOnlySpan<char>> _byKey;
    private readonly FrozenDictionary<string, CodeTable> _tables;

    /// <summary>サービス事業所編 令和6年4月.</summary>
    public static CareFileSpec Release202404 { get; } = new("2024-04");

    private CareFileSpec(string release) {
        Release = release;
        var folder = $"kaigo/{release}";
        var fields = DataFile.Rows($"{folder}/fields.csv").Select(FieldLayout.From).ToLookup(f => f.Record);
        Records = [.. DataFile.Rows($"{folder}/records.csv").Select(row => RecordLayout.From(row, [.. fields[row["id"]]])).OrderBy(r => r.Order)];
        _records = Records.ToFrozenDictionary(r => r.Id);
        _byKey = _records.GetAlternateLookup<ReadOnlySpan<char>>();
        _tables = DataFile.Rows($"{folder}/codes.csv").GroupBy(r => r["table"])
            .ToFrozenDictionary(t => t.Key, t => new CodeTable(t.Key, "", t.Select(r => new Code(r["code"], r["japanese"], true, ""))));
        (Control, End) = (_records["control"], _records["end"]);
    }

    /// <summary>YYYY-MM of the edition.</summary>
    public string Release { get; }

    /// <summary>The control record first, the end record last; the others by 交換情報識別番号.</summary>
    public IReadOnlyList<RecordLayout> Records { get; }

    /// <summary>First and last line of every file.</summary>
    public RecordLayout Control { get; }
    public RecordLayout End { get; }

    /// <summary>The record of an id: <c>control</c>, <c>7111</c>, <c>7131-01</c>, <c>7411-D1</c>; null where this edition has none. 7132 is laid out as 7131.</summary>
    public RecordLayout? Record(string id) => _records.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">No such table.</exception>
    public CodeTable Table(string name) => _tables[name];

    /// <summary>What a data line begins with: 交換情報識別番号, and the kind of record where the interface has several of that number.</summary>
    internal RecordLayout? Record(ReadOnlySpan<byte> exchange, ReadOnlySpan<byte> kind) {
        if (exchange.Length != 4) return null;
        if (exchange.SequenceEqual("7132"u8)) exchange = "7131"u8;
        Span<char> key = stackalloc char[7];
        for (var i = 0; i < 4; i++) key[i] = (char)exchange[i];
        if (_byKey.TryGetValue(key[..4], out var single)) return single;
        if (kind.Length != 2) return null;
        (key[4], key[5], key[6]) = ('-', (char)kind[0], (char)kind[1]);
        return _byKey.TryGetValue(key, out var record) ? record : null;
    }
}
