namespace ClaimsCloud.Domain.Records;

/// <summary>How often a record may stand in a claim of some レセプト種別.</summary>
public sealed record RecordRange(string Record, int Min, int Max);

/// <summary>A レセプト種別 (別表4) and the records that its claims take (記録条件仕様 p. 2).</summary>
/// <param name="PublicExpenses">Number of public-expense payers that the code stands for.</param>
public sealed record ClaimTypeLayout(string Code, bool HasInsurer, int PublicExpenses, IReadOnlyList<RecordRange> Ranges);
