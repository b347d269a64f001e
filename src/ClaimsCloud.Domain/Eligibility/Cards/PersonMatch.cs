using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>A person of the station, as far as matching needs.</summary>
/// <param name="Key">Our own key.</param>
/// <param name="ReferenceNumber">照会番号 that we registered; null when none.</param>
public sealed record KnownPerson(string Key, string? ReferenceNumber, DateOnly BirthDate, string? Kana);

/// <summary>How a result found its person.</summary>
public enum MatchKind {
    ByReferenceNumber,
    ByBirthDateAndKana,
    Nobody,
    Several,
    /// <summary>The 照会番号 says one person, the birth date another.</summary>
    Contradiction,
}

/// <summary>Whose result this is. "The newest face result" is never taken for the person at the door: whatever is not exactly one person waits for a person to decide.</summary>
/// <param name="Keys">Candidates: one when <see cref="IsCertain"/>.</param>
public sealed record PersonMatch(MatchKind Kind, IReadOnlyList<string> Keys) {
    public bool IsCertain => Kind is MatchKind.ByReferenceNumber or MatchKind.ByBirthDateAndKana;

    public static PersonMatch Of(AnswerUnit unit, IReadOnlyCollection<KnownPerson> people) {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(people);
        var results = unit.Results.ToList();
        var births = results.Select(r => r.Date("Birthdate")).Distinct().ToList();
        if (births is not [{ } birth]) return new(births.Count > 1 ? MatchKind.Contradiction : MatchKind.Nobody, []);
        if (unit.ReferenceNumber is { } number && people.Where(p => p.ReferenceNumber == number).ToList() is { Count: > 0 } registered)
            return registered.Count > 1 ? new(MatchKind.Several, KeysOf(registered))
                : new(registered[0].BirthDate == birth ? MatchKind.ByReferenceNumber : MatchKind.Contradiction, KeysOf(registered));
        var kana = results.SelectMany(r => new[] { r.Text("NameKana"), r.Text("NameOfOtherKana") }).OfType<string>().Select(CardText.FoldKana).ToHashSet(StringComparer.Ordinal);
        var matching = people.Where(p => p.BirthDate == birth && p.Kana is { Length: > 0 } own && kana.Contains(CardText.FoldKana(own))).ToList();
        return new(matching.Count switch { 0 => MatchKind.Nobody, 1 => MatchKind.ByBirthDateAndKana, _ => MatchKind.Several }, KeysOf(matching));
    }

    private static IReadOnlyList<string> KeysOf(IEnumerable<KnownPerson> people) => [.. people.Select(p => p.Key)];
}
