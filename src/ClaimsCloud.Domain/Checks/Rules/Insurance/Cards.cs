namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>受給者証 of a public expense of the claim.</summary>
internal static class Cards {
    /// <param name="index">Of the KO record, from 0.</param>
    public static IReadOnlyList<RecipientCard> Of(ClaimFacts claim, int index) {
        var number = claim.Publics[index].Text(2);
        return [.. claim.Patient!.RecipientCards!.Where(c => c.PayerNumber == number)];
    }
}
