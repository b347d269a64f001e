using System.Globalization;

namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>Stored card against answered card, field by field. What the answer does not tell is no difference.</summary>
/// <param name="AgeDays">Days since the answer was given.</param>
/// <param name="IsStale">The card was confirmed by a later answer already: nothing of this one applies by rule.</param>
public sealed record CardComparison(InsuranceCard Stored, InsuranceCard Answered, IReadOnlyList<CardDifference> Differences, int AgeDays, bool IsStale) {
    private static readonly CardField[] Identity = [CardField.InsurerNumber, CardField.Symbol, CardField.Number, CardField.Relationship, CardField.Name, CardField.Kana, CardField.Sex, CardField.BirthDate];

    /// <param name="answeredOn">Day of the answer.</param>
    /// <param name="confirmedOn">Day of the last answer that the stored card agrees with or took over; null when there was none.</param>
    public static CardComparison Of(InsuranceCard stored, InsuranceCard answered, DateOnly answeredOn, DateOnly? confirmedOn, DateOnly today) {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(answered);
        return new(stored, answered, [.. DifferencesOf(stored, answered)], Math.Max(0, today.DayNumber - answeredOn.DayNumber), answeredOn < confirmedOn);
    }

    /// <summary>True when the answer is about the same card of the same person.</summary>
    public bool IsSameCard => !Differences.Any(d => Identity.Contains(d.Field) && d.Class == ChangeClass.ByPerson);

    /// <summary>What may be taken over without asking: nothing of another card, and nothing old.</summary>
    public IReadOnlyList<CardDifference> ByRule => IsSameCard && !IsStale ? [.. Differences.Where(d => d.Class == ChangeClass.ByRule)] : [];

    /// <summary>What a person must look at.</summary>
    public IReadOnlyList<CardDifference> Waiting => [.. Differences.Except(ByRule)];

    private static IEnumerable<CardDifference> DifferencesOf(InsuranceCard stored, InsuranceCard answered) {
        (CardField Field, string? Stored, string? Answered, Func<string, string> Fold, ChangeClass Class)[] fields = [
            (CardField.InsurerNumber, stored.InsurerNumber, answered.InsurerNumber, CardText.FoldInsurer, ChangeClass.ByPerson),
            // Cards without 記号 are answered without the element: here silence is an answer.
            (CardField.Symbol, stored.Symbol ?? "", answered.Symbol ?? "", CardText.FoldNumber, ChangeClass.ByPerson),
            (CardField.Number, stored.Number, answered.Number, n => CardText.FoldNumber(n, answered.InsurerNumber), ChangeClass.ByPerson),
            (CardField.Branch, stored.Branch, answered.Branch, CardText.FoldNumber, ChangeClass.ByRule),
            (CardField.Relationship, stored.Relationship, answered.Relationship, Same, ChangeClass.ByPerson),
            (CardField.Name, stored.OfficialName ?? stored.Name, answered.Name, CardText.FoldName, ClassOfName(stored, answered)),
            (CardField.Kana, stored.Kana, answered.Kana, CardText.FoldKana, ChangeClass.ByPerson),
            (CardField.Sex, stored.Sex, answered.Sex == NotSet ? null : answered.Sex, Same, ChangeClass.ByPerson),
            (CardField.BirthDate, Day(stored.BirthDate), Day(answered.BirthDate), Same, ChangeClass.ByPerson),
            (CardField.ValidFrom, Day(stored.ValidFrom), Day(answered.ValidFrom), Same, ChangeClass.ByPerson),
            (CardField.ValidTo, Day(stored.ValidTo), Day(answered.ValidTo), Same, ChangeClass.ByPerson),
            (CardField.RatioPercent, Percent(stored.RatioPercent), Percent(answered.RatioPercent), Same, ChangeClass.ByPerson),
            (CardField.LimitClass, stored.LimitClass, answered.LimitClass, Same, ChangeClass.ByRule),
            (CardField.LimitFrom, Day(stored.LimitFrom), Day(answered.LimitFrom), Same, ChangeClass.ByRule),
            (CardField.LimitTo, Day(stored.LimitTo), Day(answered.LimitTo), Same, ChangeClass.ByRule),
        ];
        foreach (var (field, before, after, fold, decides) in fields)
            if (after is not null && (before is null || fold(before) != fold(after))) yield return new(field, before, after, decides);
    }

    /// <summary>OQSCD007: 未設定.</summary>
    private const string NotSet = "3";

    private static ChangeClass ClassOfName(InsuranceCard stored, InsuranceCard answered) =>
        answered.Name is { } name && NameForm.Of(name) is { NeedsPerson: true, Claim: { } claim } && stored.Name is { } known && CardText.FoldName(claim) == CardText.FoldName(known)
            ? ChangeClass.NameForm : ChangeClass.ByPerson;

    private static string Same(string text) => text;

    private static string? Day(DateOnly? day) => day?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string? Percent(int? percent) => percent?.ToString(CultureInfo.InvariantCulture);
}
