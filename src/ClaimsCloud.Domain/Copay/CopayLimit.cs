using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Copay;

/// <summary>高額療養費算定基準額 of one patient, one station and one month, or why it cannot be told.</summary>
/// <param name="Yen">Null when not checked.</param>
/// <param name="NotChecked">Why not, in Japanese; null with a value.</param>
public sealed record CopayLimit(int? Yen, Certainty Certainty, string? NotChecked) {
    internal static CopayLimit Known(int yen, Certainty certainty) => new(yen, certainty, null);

    internal static CopayLimit Unknown(string reason) => new(null, Certainty.Doubtful, reason);
}
