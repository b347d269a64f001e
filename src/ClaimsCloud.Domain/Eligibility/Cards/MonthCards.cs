using System.Globalization;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>A card as a month's rows hold it.</summary>
/// <param name="Row">Key of its row in <c>insuranceCards</c>.</param>
/// <param name="Limit">Key of the row in <c>limitCertificates</c> that holds on the same day; null when there is none.</param>
public sealed record StoredCard(InsuranceCard Card, string Row, string? Limit);

/// <summary>One patient's rows of a month, in the terms of eligibility answers, and back again.</summary>
public static class MonthCards {
    private const string Patients = "patients", Cards = "insuranceCards", Limits = "limitCertificates", Publics = "publicExpenses";

    /// <summary>適用区分 OQSCD012 and the month's word for it. 境界層 and 老福 are inside their class.</summary>
    private static readonly (string Code, string Word)[] LimitWords = [
        ("A01", "a"), ("A02", "b"), ("A03", "c"), ("A04", "d"), ("A05", "e"), ("A06", "e"), ("B01", "active3"), ("B02", "active2"), ("B03", "active1"), ("B04", "general"),
        ("B05", "low2"), ("B06", "low1"), ("B07", "low1"), ("B08", "low1"), ("B09", "general2"), ("B10", "general1"),
    ];

    /// <summary>All cards of the patient, past ones too.</summary>
    /// <param name="rows">Rows of one patient, let in before.</param>
    public static IReadOnlyList<StoredCard> All(IReadOnlyCollection<RowText> rows) {
        ArgumentNullException.ThrowIfNull(rows);
        var patient = rows.FirstOrDefault(r => r.Table == Patients);
        return patient is null ? [] : [.. rows.Where(r => r.Table == Cards).OrderBy(r => Cell(r, "from"), StringComparer.Ordinal).Select(r => Of(patient, r, rows))];
    }

    /// <summary>The card that holds on a day, else the newest; null when the patient has none.</summary>
    public static StoredCard? On(IReadOnlyCollection<RowText> rows, DateOnly day) {
        var all = All(rows);
        return all.LastOrDefault(c => c.Card.ValidFrom <= day && !(c.Card.ValidTo < day)) ?? (all.Count > 0 ? all[^1] : null);
    }

    /// <summary>The patient as a result that nobody asked for may find her; null when the birth date is not recorded. She needs no card: 医療扶助 alone has none.</summary>
    /// <param name="referenceNumber">照会番号 that we registered; null when none.</param>
    public static KnownPerson? Person(IReadOnlyCollection<RowText> rows, string key, string? referenceNumber) {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.FirstOrDefault(r => r.Table == Patients) is { } patient && Date(patient, "birthDate") is { } birth ? new(key, referenceNumber, birth, Cell(patient, "kana")) : null;
    }

    /// <summary>True when a 受給者証 of 法別12 (生活保護) holds on a day of the month.</summary>
    public static bool HasMedicalAid(IReadOnlyCollection<RowText> rows, ServiceMonth month) {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Any(r => r.Table == Publics && Cell(r, "payerNumber") is ['1', '2', ..] && !(Date(r, "from") > month.LastDay) && !(Date(r, "until") < month.FirstDay));
    }

    /// <summary>What to ask with; null when the patient has no card.</summary>
    public static CardSearch? Search(IReadOnlyCollection<RowText> rows, DateOnly day, LimitConsent consent, string? personKey) => On(rows, day)?.Card is { } card
        ? new(card.InsurerNumber, card.Symbol is { } symbol ? CardText.Narrow(symbol) : null, CardText.Narrow(card.Number), card.Branch?.PadLeft(2, '0'), card.BirthDate, consent, personKey) : null;

    /// <summary>The stored card against an answer, in the month's terms: an earlier start and a class that a month has no other word for are no difference.</summary>
    public static CardComparison Compare(StoredCard stored, InsuranceCard answered, DateOnly answeredOn, DateOnly? confirmedOn, DateOnly today) {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(answered);
        var told = answered with {
            LimitClass = WordOf(answered.LimitClass) is { } word ? CodeOf(word) : null, ValidFrom = answered.ValidFrom <= stored.Card.ValidFrom ? null : answered.ValidFrom,
            RatioPercent = answered.RatioPercent is >= 0 and <= 30 ? answered.RatioPercent : null,
        };
        return CardComparison.Of(stored.Card, told, answeredOn, confirmedOn, today);
    }

    /// <summary>The rows with these differences taken over; of an answer without a start, a new 適用区分 begins with <paramref name="month"/>.</summary>
    /// <param name="taken">Differences of the comparison; others are left alone.</param>
    public static IReadOnlyList<RowText> Take(IReadOnlyCollection<RowText> rows, StoredCard stored, CardComparison comparison, IReadOnlyCollection<CardDifference> taken, ServiceMonth month) {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(comparison);
        var after = CardUpdate.Take(comparison, taken);
        var fields = taken.Select(d => d.Field).ToHashSet();
        var result = rows.Select(r => (r.Table, r.Key) switch {
            (Patients, _) => With(r, PatientCells(after).Where(c => fields.Contains(c.Field))),
            (Cards, var key) when key == stored.Row => With(r, CardCells(after).Where(c => fields.Contains(c.Field))),
            _ => r,
        }).ToList();
        return fields.Overlaps([CardField.LimitClass, CardField.LimitFrom, CardField.LimitTo]) && WordOf(after.LimitClass) is not null ? TakeLimit(result, stored, after, month) : result;
    }

    /// <summary>The rows with the answered card beside the stored one, which ends on the day before: the insurer changed.</summary>
    /// <returns>Null when the answer tells no first day, or none after the stored card's.</returns>
    public static IReadOnlyList<RowText>? AddCard(IReadOnlyCollection<RowText> rows, StoredCard stored, InsuranceCard answered) {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(answered);
        if (answered.ValidFrom is not { } from || from <= stored.Card.ValidFrom) return null;
        var old = rows.First(r => r.Table == Cards && r.Key == stored.Row);
        var added = With(old with { Key = $"oqs-{from:yyyyMMdd}" }, CardCells(answered with { RatioPercent = answered.RatioPercent ?? stored.Card.RatioPercent, Relationship = answered.Relationship ?? stored.Card.Relationship }));
        var ended = !(stored.Card.ValidTo < from) ? With(old, [(CardField.ValidTo, "until", Day(from.AddDays(-1)))]) : old;
        return [.. rows.Select(r => r == old ? ended : r), added with { Cells = new Dictionary<string, string>(added.Cells) { ["key"] = added.Key } }];
    }

    private static StoredCard Of(RowText patient, RowText card, IReadOnlyCollection<RowText> rows) {
        var until = Cell(card, "until");
        var limit = rows.LastOrDefault(r => r.Table == Limits && string.CompareOrdinal(Cell(r, "from"), until ?? "9999") <= 0 && string.CompareOrdinal(Cell(r, "until") ?? "9999", Cell(card, "from")) >= 0);
        return new(new InsuranceCard {
            InsurerNumber = Cell(card, "insurerNumber")!, Symbol = Cell(card, "symbol"), Number = Cell(card, "number")!, Branch = Cell(card, "branchNumber"),
            Relationship = Cell(card, "relation") == "family" ? "2" : "1", Name = Cell(patient, "name"), OfficialName = Cell(patient, "originalName"), Kana = Cell(patient, "kana"),
            Sex = Cell(patient, "sex"), BirthDate = Date(patient, "birthDate")!.Value, ValidFrom = Date(card, "from"), ValidTo = Date(card, "until"),
            RatioPercent = 100 - int.Parse(Cell(card, "benefitPercent") ?? "70", CultureInfo.InvariantCulture),
            LimitClass = limit is null ? null : CodeOf(Cell(limit, "class") ?? "c"), LimitFrom = limit is null ? null : Date(limit, "from"), LimitTo = limit is null ? null : Date(limit, "until"),
        }, card.Key, limit?.Key);
    }

    private static List<RowText> TakeLimit(List<RowText> rows, StoredCard stored, InsuranceCard after, ServiceMonth month) {
        var from = after.LimitFrom ?? month.FirstDay;
        var told = new (CardField, string, string?)[] { (CardField.LimitFrom, "from", Day(from)), (CardField.LimitTo, "until", after.LimitTo is { } to ? Day(to) : null), (CardField.LimitClass, "class", WordOf(after.LimitClass)) };
        if (rows.Find(r => r.Table == Limits && r.Key == stored.Limit) is not { } old) {
            var patient = rows.First(r => r.Table == Patients).Key;
            var key = $"oqs-{from:yyyyMMdd}";
            return [.. rows, With(new(Limits, key, patient, new Dictionary<string, string> { ["key"] = key, ["patient"] = patient }), told)];
        }
        if ((Cell(old, "class") ?? "c") == WordOf(after.LimitClass) || from <= Date(old, "from")) return [.. rows.Select(r => r == old ? With(r, told) : r)];
        var next = With(old with { Key = $"oqs-{from:yyyyMMdd}" }, told);
        return [.. rows.Select(r => r == old && !(Date(r, "until") < from) ? With(r, [(CardField.LimitTo, "until", Day(from.AddDays(-1)))]) : r),
            next with { Cells = new Dictionary<string, string>(next.Cells) { ["key"] = next.Key } }];
    }

    private static IEnumerable<(CardField Field, string Column, string? Value)> PatientCells(InsuranceCard card) => [
        (CardField.Name, "name", card.Name), (CardField.Name, "originalName", card.OfficialName), (CardField.Kana, "kana", card.Kana is { } kana ? CardText.ClaimKana(kana) : null),
        (CardField.Sex, "sex", card.Sex), (CardField.BirthDate, "birthDate", Day(card.BirthDate)),
    ];

    private static IEnumerable<(CardField Field, string Column, string? Value)> CardCells(InsuranceCard card) {
        var claim = CardOnClaim.Of(card);
        return [
            (CardField.InsurerNumber, "insurerNumber", card.InsurerNumber), (CardField.Symbol, "symbol", claim.Symbol), (CardField.Number, "number", claim.Number), (CardField.Branch, "branchNumber", claim.Branch),
            (CardField.Relationship, "relation", card.Relationship == "2" ? "family" : "insured"), (CardField.ValidFrom, "from", card.ValidFrom is { } from ? Day(from) : null),
            (CardField.ValidTo, "until", card.ValidTo is { } to ? Day(to) : null), (CardField.RatioPercent, "benefitPercent", $"{100 - (card.RatioPercent ?? 30)}"),
        ];
    }

    /// <summary>What is null or empty is not in the row.</summary>
    private static RowText With(RowText row, IEnumerable<(CardField Field, string Column, string? Value)> cells) {
        var all = new Dictionary<string, string>(row.Cells);
        foreach (var (_, column, value) in cells)
            if (string.IsNullOrEmpty(value)) all.Remove(column);
            else all[column] = value;
        return row with { Cells = all };
    }

    private static string? WordOf(string? code) => LimitWords.FirstOrDefault(w => w.Code == code).Word;

    private static string CodeOf(string word) => LimitWords.First(w => w.Word == word).Code;

    private static string? Cell(RowText row, string column) => row.Cells.GetValueOrDefault(column);

    private static DateOnly? Date(RowText row, string column) => Cell(row, column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
