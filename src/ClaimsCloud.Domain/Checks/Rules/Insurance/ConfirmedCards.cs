using ClaimsCloud.Domain.Eligibility.Cards;

namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>The claim's card as answers of オンライン資格確認 name it.</summary>
internal static class ConfirmedCards {
    /// <summary>Null for a claim without insurance.</summary>
    public static string? KeyOf(ClaimFacts claim) => claim.Insurer is { } insurer ? CardText.KeyOf(insurer.Text(2) ?? "", insurer.Text(3), insurer.Text(4) ?? "") : null;
}
