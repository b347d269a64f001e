namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>What one payer's record holds, in yen to the yen.</summary>
/// <param name="CopayYen">一部負担金額; null where it is not recorded.</param>
/// <param name="CoveredCopayYen">公費給付対象一部負担金; null where it is not recorded.</param>
public sealed record PayerAmount(int Days, int TotalYen, int? CopayYen, int? CoveredCopayYen);

/// <summary>Whether 高額療養費 is paid in kind: 窓口負担額区分, 別表26.</summary>
public enum LimitReached { No, Usual, Repeated }

/// <summary>All money of a claim.</summary>
/// <param name="Insurer">Null on public expense alone.</param>
/// <param name="PublicExpenses">In the order of KO.</param>
/// <param name="PatientYen">What the patient owes before rounding, all claims' programmes taken off.</param>
public sealed record ClaimAmounts(PayerAmount? Insurer, IReadOnlyList<PayerAmount> PublicExpenses, LimitReached Limit, int PatientYen);
