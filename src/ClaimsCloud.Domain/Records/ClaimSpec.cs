using System.Collections.Frozen;

namespace ClaimsCloud.Domain.Records;

/// <summary>One release of the record specification (記録条件仕様): records, fields, code tables and what each レセプト種別 takes.</summary>
public sealed class ClaimSpec {
    private readonly FrozenDictionary<string, RecordLayout> _records;
    private readonly RecordLayout?[] _byId = new RecordLayout?[0x10000];
    private readonly FrozenDictionary<string, CodeTable> _tables;
    private readonly FrozenDictionary<string, ClaimTypeLayout> _claimTypes;

    /// <summary>令和6年6月版, for service months from 2024-06.</summary>
    public static ClaimSpec Release202406 { get; } = new("2024-06", ServiceMonth.Of(2024, 6), ServiceMonth.Of(2026, 5));

    private ClaimSpec(string release, ServiceMonth first, ServiceMonth last) {
        (Release, First, Last) = (release, first, last);
        var folder = $"uke/{release}";
        var fields = DataFile.Rows($"{folder}/fields.csv").Select(FieldLayout.From).ToLookup(f => f.Record);
        Records = [.. DataFile.Rows($"{folder}/records.csv").Select(row => RecordLayout.From(row, [.. fields[row["id"]]])).OrderBy(r => r.Order)];
        _records = Records.ToFrozenDictionary(r => r.Id);
        foreach (var record in Records) _byId[(record.Id[0] << 8) | record.Id[1]] = record;
        var codes = DataFile.Rows($"{folder}/codes.csv").ToLookup(r => r["table"], r => new Code(r["code"], r["japanese"], r["first_claim"] != "no", r["only_in"]));
        _tables = DataFile.Rows($"{folder}/tables.csv").Select(r => new CodeTable(r["table"], r["japanese"], codes[r["table"]])).ToFrozenDictionary(t => t.Number);
        var presence = DataFile.Rows($"{folder}/presence.csv")
            .ToLookup(r => r["kind"], r => new RecordRange(r["record"],
                r["presence"] == "required" ? RecordPresence.Always : RecordPresence.Optional, r.Number("min"), r.Number("max")));
        _claimTypes = DataFile.Rows($"{folder}/claim_types.csv").Select(r => ClaimType(r, presence[r["kind"]])).ToFrozenDictionary(t => t.Code);
    }

    /// <summary>YYYY-MM of the release.</summary>
    public string Release { get; }

    /// <summary>First and last service month that this release is known to hold for. A claim of another month is read by it, and the check says so.</summary>
    public ServiceMonth First { get; }
    public ServiceMonth Last { get; }

    /// <summary>In the order in which they stand in a file.</summary>
    public IReadOnlyList<RecordLayout> Records { get; }

    /// <summary>The release for a service month, or null where the project holds none.</summary>
    public static ClaimSpec? For(ServiceMonth month) =>
        Release202406 is var spec && month >= spec.First && month <= spec.Last ? spec : null;

    public RecordLayout? Record(string id) => _records.GetValueOrDefault(id);

    public CodeTable Table(string number) => _tables[number];

    public ClaimTypeLayout? ClaimType(string code) => _claimTypes.GetValueOrDefault(code);

    /// <summary>The layout of a line; null for one that the specification does not know.</summary>
    internal RecordLayout? Record(in Record record) => _byId[record.PackedId];

    /// <summary>KO and the like follow the number of payers that the code itself names, which is narrower than the range of its kind.</summary>
    private static ClaimTypeLayout ClaimType(DataRow row, IEnumerable<RecordRange> ranges) {
        var (min, max) = (row.Number("publics_min"), row.Number("publics_max"));
        return new(row["code"], row["insurance"] == "yes", max, [.. ranges.Select(r => r.Record == "KO" ? r with { Min = min, Max = max } : r)]);
    }
}
