namespace ClaimsCloud.Domain.Returns.Resubmission;

/// <summary>
/// Claims that the payer has: a file that was built anew from a whole month holds them all once more, and none may go out twice. What was refused or left out of the
/// confirmation is not among them.
/// </summary>
public sealed class AlreadySent(IEnumerable<ClaimIdentity> claims) {
    private readonly HashSet<(string Who, Records.ServiceMonth Month, string? Insured, string? Recipient)> _claims = [.. claims.Select(KeyOf).OfType<(string, Records.ServiceMonth, string?, string?)>()];

    public static AlreadySent Nothing { get; } = new([]);

    /// <summary>
    /// The same number, month and insurance: the second half of a month that was split is another claim. Other software may leave the number out; name and birth date
    /// then say who it is.
    /// </summary>
    public bool Contains(ClaimIdentity claim) => KeyOf(claim) is { } key && _claims.Contains(key);

    private static (string, Records.ServiceMonth, string?, string?)? KeyOf(ClaimIdentity claim) =>
        claim is not { Month: { } month } ? null
        : claim is { ChartNumber: { Length: > 0 } chart } ? ($"#{chart}", month, claim.Insured, claim.Recipient)
        : claim is { Name: { Length: > 0 } name, BirthDate: { } birth } ? ($"{name}|{birth:yyyyMMdd}", month, claim.Insured, claim.Recipient)
        : null;
}
