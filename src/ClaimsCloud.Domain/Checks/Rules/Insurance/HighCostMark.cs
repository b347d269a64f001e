namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>What MF says of 高額療養費 in kind.</summary>
internal enum HighCostMark { NotRecorded, None, InKind, InKindManyTimes }

internal static class HighCostMarks {
    public static HighCostMark Of(ClaimFacts claim) {
        var mark = HighCostMark.NotRecorded;
        foreach (var record in claim.CounterPayments)
            mark = record.Field(2) switch {
                [(byte)'0', (byte)'0'] when mark == HighCostMark.NotRecorded => HighCostMark.None,
                [(byte)'0', (byte)'1'] => HighCostMark.InKind,
                [(byte)'0', (byte)'2'] => HighCostMark.InKindManyTimes,
                _ => mark,
            };
        return mark;
    }
}
