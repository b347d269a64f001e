namespace ClaimsCloud.Domain.Returns.Statements;

/// <summary>What we claimed against what the payer decided, for one claim, in yen.</summary>
/// <param name="ClaimedYen">Our 合計金額; null when the claim is not found among ours.</param>
/// <param name="DecidedYen">The payer's amount; null when no list gives it.</param>
/// <param name="AdjustedYen">Sum of the adjustments that the payer announced for the claim; negative: cut.</param>
public sealed record AmountComparison(long? ClaimedYen, long? DecidedYen, long AdjustedYen) {
    /// <summary>Decided less claimed; null where one of them is unknown.</summary>
    public long? DifferenceYen => DecidedYen - ClaimedYen;

    /// <summary>What no announced adjustment explains: 0 is in order; null means that it could not be compared, which is not the same.</summary>
    public long? UnexplainedYen => DifferenceYen - AdjustedYen;
}
