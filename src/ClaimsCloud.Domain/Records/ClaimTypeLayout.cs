using System.Collections.Frozen;

namespace ClaimsCloud.Domain.Records;

/// <summary>How often a record may stand in a claim of some レセプト種別.</summary>
/// <param name="Min">Fewest, for an optional record once there is one.</param>
/// <param name="Max">Most; 0 where the record is forbidden.</param>
public sealed record RecordRange(string Record, RecordPresence Presence, int Min, int Max) {
    public bool Admits(int count) => (count == 0 && Presence == RecordPresence.Optional) || (count >= Min && count <= Max);
}

/// <summary>A レセプト種別 (別表4) and the records that its claims take (記録条件仕様 p. 2).</summary>
/// <param name="PublicExpenses">Number of public-expense payers that the code stands for.</param>
public sealed record ClaimTypeLayout(string Code, bool HasInsurer, int PublicExpenses, IReadOnlyList<RecordRange> Ranges) {
    private readonly FrozenDictionary<string, RecordRange> _byRecord = Ranges.ToFrozenDictionary(r => r.Record);

    /// <summary>The range of a record, or null where the code sets none.</summary>
    public RecordRange? Range(string record) => _byRecord.GetValueOrDefault(record);
}
