using System.Collections.Frozen;

namespace ClaimsCloud.Domain.Records;

/// <summary>Whether a record must stand in a claim (記録): always, by レセプト種別, at will, or not for the time being.</summary>
public enum RecordPresence { Always, ByClaimType, Optional, Omitted }

/// <summary>One record of the specification.</summary>
/// <param name="Order">Place in the file's order, from 1.</param>
/// <param name="InClaim">False for HM and GO, which stand once in a file.</param>
/// <param name="Max">Most occurrences in a claim (or in the file), null where the specification sets no bound.</param>
/// <param name="Page">Page of the specification where the record is defined.</param>
public sealed record RecordLayout(string Id, string English, string Japanese, int Order, bool InClaim, RecordPresence Presence, int? Max, int Page,
    IReadOnlyList<FieldLayout> Fields) {
    private readonly FrozenDictionary<string, FieldLayout> _byEnglish = Fields.ToFrozenDictionary(f => f.English);

    /// <summary>The fields that always have a value.</summary>
    internal FieldLayout[] Required { get; } = [.. Fields.Where(f => f.Presence == FieldPresence.Always)];

    internal int FieldCount { get; } = Fields.Count;

    internal byte[] IdBytes { get; } = ClaimText.Encode(Id);

    /// <summary>The field of that English name, or null.</summary>
    public FieldLayout? Field(string english) => _byEnglish.GetValueOrDefault(english);

    internal static RecordLayout From(DataRow row, IReadOnlyList<FieldLayout> fields) {
        for (var i = 0; i < fields.Count; i++)
            if (fields[i].Position != i + 1) throw new InvalidOperationException($"fields.csv: {row["id"]} has no field {i + 1} in its place");
        return new(row["id"], row["english"], row["japanese"], row.Number("order"), row["scope"] == "claim",
            row["required"] switch {
                "always" => RecordPresence.Always,
                "by-claim-type" => RecordPresence.ByClaimType,
                "optional" => RecordPresence.Optional,
                "omitted" => RecordPresence.Omitted,
                var other => throw new InvalidOperationException($"records.csv has the unknown word '{other}'"),
            },
            row["multiple"] == "no" ? 1 : row.OptionalNumber("max"), row.Number("page"), fields);
    }
}
