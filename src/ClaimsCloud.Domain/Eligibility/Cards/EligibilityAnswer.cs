using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>資格有効性, OQSCD006.</summary>
public enum CardValidity {
    /// <summary>Not told, or an unknown code.</summary>
    Unknown,
    Valid,
    Invalid,
    /// <summary>無効（新しい資格あり）.</summary>
    Replaced,
    /// <summary>該当資格なし: not found, which is not the same as invalid.</summary>
    NotFound,
    /// <summary>複数該当.</summary>
    Several,
    /// <summary>医療扶助: 有効（医療券は未登録）.</summary>
    TicketMissing,
}

/// <summary>What an answer says of one person's cards.</summary>
/// <param name="ConfirmedOn">The day for which it was confirmed; it says nothing of later days.</param>
/// <param name="Cards">None to several.</param>
/// <param name="ReasonOfLoss">資格喪失事由 in Japanese; null when not told.</param>
public sealed record EligibilityAnswer(CardValidity Validity, DateOnly ConfirmedOn, IReadOnlyList<InsuranceCard> Cards, string? ReasonOfLoss) {
    /// <summary>Null when the answer says nothing of a card: it failed, is still being made, or its day is not told.</summary>
    public static EligibilityAnswer? Of(OqsAnswer answer, AnswerUnit unit) {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(unit);
        if (answer.Damaged || answer.Progress != AnswerProgress.Done || !unit.IsProcessed || answer.ConfirmedOn is not { } day) return null;
        var reason = unit.Results.Select(r => r.Text("ReasonOfLoss")).FirstOrDefault(r => r is not null);
        return new(Parse(unit.Validity), day, [.. unit.Results.Select(InsuranceCard.Of).OfType<InsuranceCard>()], reason is null ? null : OqsCodes.Meaning("008", reason) ?? reason);
    }

    private static CardValidity Parse(string? code) => code switch {
        "1" => CardValidity.Valid,
        "2" => CardValidity.Invalid,
        "3" => CardValidity.Replaced,
        "4" => CardValidity.NotFound,
        "5" => CardValidity.Several,
        "6" => CardValidity.TicketMissing,
        _ => CardValidity.Unknown,
    };
}
