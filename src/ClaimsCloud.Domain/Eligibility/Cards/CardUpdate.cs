namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>Takes differences over into the stored card: those of the rule, or those that a person approved.</summary>
public static class CardUpdate {
    /// <summary>The stored card with what needs no person.</summary>
    public static InsuranceCard ByRule(CardComparison comparison) {
        ArgumentNullException.ThrowIfNull(comparison);
        return Take(comparison, comparison.ByRule);
    }

    /// <summary>The stored card with these differences taken over.</summary>
    /// <param name="approved">Differences of this comparison; others are left alone.</param>
    public static InsuranceCard Take(CardComparison comparison, IEnumerable<CardDifference> approved) {
        ArgumentNullException.ThrowIfNull(comparison);
        var card = comparison.Stored;
        foreach (var difference in approved.Where(comparison.Differences.Contains)) card = Take(card, comparison.Answered, difference.Field);
        return card;
    }

    private static InsuranceCard Take(InsuranceCard card, InsuranceCard answered, CardField field) => field switch {
        CardField.InsurerNumber => card with { InsurerNumber = answered.InsurerNumber, InsurerName = answered.InsurerName },
        CardField.Symbol => card with { Symbol = answered.Symbol },
        CardField.Number => card with { Number = answered.Number },
        CardField.Branch => card with { Branch = answered.Branch },
        CardField.Relationship => card with { Relationship = answered.Relationship },
        CardField.Name => Named(card, answered.Name!),
        CardField.Kana => card with { Kana = answered.Kana },
        CardField.Sex => card with { Sex = answered.Sex },
        CardField.BirthDate => card with { BirthDate = answered.BirthDate },
        CardField.ValidFrom => card with { ValidFrom = answered.ValidFrom },
        CardField.ValidTo => card with { ValidTo = answered.ValidTo },
        CardField.RatioPercent => card with { RatioPercent = answered.RatioPercent },
        CardField.LimitClass => card with { LimitClass = answered.LimitClass },
        CardField.LimitFrom => card with { LimitFrom = answered.LimitFrom },
        CardField.LimitTo => card with { LimitTo = answered.LimitTo },
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>Both forms are kept. A name with a character that has no substitute keeps the claim's form until a person writes one.</summary>
    private static InsuranceCard Named(InsuranceCard card, string official) {
        var form = NameForm.Of(official);
        return form.NeedsPerson ? card with { OfficialName = official, Name = form.Claim ?? card.Name } : card with { OfficialName = null, Name = form.Claim };
    }
}
