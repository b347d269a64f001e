using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>An answer in the terms of the checks of claims.</summary>
public static class ConfirmedPeriods {
    /// <summary>Periods of 医療保険 that the answer confirms. Null when it says nothing for certain: then the checks that need it are not checked.</summary>
    public static IReadOnlyList<EligiblePeriod>? Of(EligibilityAnswer? answer) {
        if (answer is not { Validity: CardValidity.Valid or CardValidity.Invalid or CardValidity.Replaced }) return null;
        // A card that is no longer valid and tells no last day: nothing says which days it covered.
        var told = answer.Cards.Where(c => !c.IsMedicalAid && (answer.Validity == CardValidity.Valid || c.ValidTo is not null)).ToList();
        return told.Count == 0 ? null : [.. told.Select(c => new EligiblePeriod(1, c.ValidFrom ?? DateOnly.MinValue, c.ValidTo) { Card = CardText.KeyOf(c.InsurerNumber, c.Symbol, c.Number), ConfirmedOn = answer.ConfirmedOn })];
    }
}
