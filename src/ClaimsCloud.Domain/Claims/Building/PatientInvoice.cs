namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>What the patient pays for a claim.</summary>
/// <param name="TotalYen">Whole cost, 10割.</param>
/// <param name="ExactYen">The patient's share to the yen, after limits and public expense.</param>
/// <param name="PayableYen"><paramref name="ExactYen"/> to ten yen, five and more rounded up.</param>
public sealed record PatientInvoice(int TotalYen, int ExactYen, int PayableYen, LimitReached Limit) {
    internal static PatientInvoice Of(int totalYen, ClaimAmounts amounts) => new(totalYen, amounts.PatientYen, ToTenYen(amounts.PatientYen), amounts.Limit);

    /// <summary>Under ten yen is rounded half up, on the monthly total (健康保険法第75条).</summary>
    public static int ToTenYen(int yen) => (yen + 5) / 10 * 10;
}
