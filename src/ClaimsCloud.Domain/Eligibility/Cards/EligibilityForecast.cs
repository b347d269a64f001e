using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>What becomes of a claim, as far as the card decides it; from best to worst.</summary>
public enum ForecastOutcome {
    Ready,
    /// <summary>Nobody confirmed the card for these visits. Not a pass.</summary>
    NotConfirmed,
    LikelyReturn,
    /// <summary>保留: the claim must not leave before a person has acted.</summary>
    Hold,
}

/// <summary>
/// 返戻見込み by eligibility: one person's visits of a month against the stored cards and the newest answer. Reasons carry the answer's age; all of them are told,
/// the worst decides.
/// </summary>
/// <param name="Coverage">Where the claim is split.</param>
/// <param name="AnswerAgeDays">Null without an answer.</param>
public sealed record EligibilityForecast(ForecastOutcome Outcome, MonthCoverage Coverage, int? AnswerAgeDays, IReadOnlyList<Finding> Findings) {
    /// <param name="visits">Days of the month's visits paid by 医療保険.</param>
    /// <param name="cards">Stored cards, past ones too.</param>
    /// <param name="answer">The newest answer; null when there is none.</param>
    public static EligibilityForecast Of(ServiceMonth month, IReadOnlyCollection<DateOnly> visits, IEnumerable<InsuranceCard> cards, EligibilityAnswer? answer, DateOnly today) {
        ArgumentNullException.ThrowIfNull(visits);
        var coverage = MonthCoverage.Of(month, cards);
        var reasons = new ForecastReasons(answer is null ? null : Math.Max(0, today.DayNumber - answer.ConfirmedOn.DayNumber));
        Cards(coverage, visits, reasons);
        if (answer is null) reasons.NoAnswer();
        else Answer(answer, coverage, visits, reasons);
        return new(reasons.Worst, coverage, reasons.AgeDays, reasons.Findings);
    }

    /// <summary>The same of a month's rows. A patient whose only payer is 医療扶助 has no card of 医療保険: what counts is the answer of 医療扶助.</summary>
    /// <param name="rows">Of one patient.</param>
    /// <param name="aid">The newest answer of 医療扶助; null when there is none.</param>
    public static EligibilityForecast Of(ServiceMonth month, IReadOnlyCollection<DateOnly> visits, IReadOnlyCollection<RowText> rows, EligibilityAnswer? answer, EligibilityAnswer? aid, DateOnly today) {
        ArgumentNullException.ThrowIfNull(visits);
        var cards = MonthCards.All(rows).Select(c => c.Card).ToList();
        if (!MonthCards.HasMedicalAid(rows, month)) return Of(month, visits, cards, answer, today);
        var reasons = new ForecastReasons(aid is null ? null : Math.Max(0, today.DayNumber - aid.ConfirmedOn.DayNumber));
        switch (aid?.Validity) {
            case null: reasons.NoAidAnswer(); break;
            case CardValidity.TicketMissing: reasons.TicketMissing(); break;
            case CardValidity.Valid: break;
            default: reasons.NoAid(); break;
        }
        if (cards.Count == 0) return new(reasons.Worst, MonthCoverage.Of(month, cards), reasons.AgeDays, reasons.Findings);
        var insured = Of(month, visits, cards, answer, today);
        return insured with { Outcome = reasons.Worst > insured.Outcome ? reasons.Worst : insured.Outcome, Findings = [.. insured.Findings, .. reasons.Findings] };
    }

    private static void Cards(MonthCoverage coverage, IReadOnlyCollection<DateOnly> visits, ForecastReasons reasons) {
        if (coverage.Overlaps) reasons.Overlap();
        if (visits.Count(v => coverage.On(v) is null) is var uncovered and > 0) reasons.Uncovered(uncovered);
        if (visits.Select(coverage.On).OfType<CoveragePeriod>().Distinct().Count() > 1) reasons.Split(coverage.SplitDates);
    }

    private static void Answer(EligibilityAnswer answer, MonthCoverage coverage, IReadOnlyCollection<DateOnly> visits, ForecastReasons reasons) {
        switch (answer.Validity) {
            case CardValidity.Valid: Valid(answer, coverage, visits, reasons); break;
            case CardValidity.Invalid: reasons.Invalid(answer.ReasonOfLoss, AfterEnd(answer, visits)); break;
            case CardValidity.Replaced: reasons.Replaced(AfterEnd(answer, visits)); break;
            case CardValidity.NotFound: reasons.NotFound(); break;
            case CardValidity.Several: reasons.Several(); break;
            case CardValidity.TicketMissing: reasons.TicketMissing(); break;
            case CardValidity.Unknown: reasons.NotUnderstood(); break;
            default: throw new ArgumentOutOfRangeException(nameof(answer));
        }
        if (visits.Count(v => v > answer.ConfirmedOn) is var later and > 0) reasons.LaterVisits(later);
    }

    private static void Valid(EligibilityAnswer answer, MonthCoverage coverage, IReadOnlyCollection<DateOnly> visits, ForecastReasons reasons) {
        var told = answer.Cards.Where(c => !c.IsMedicalAid).ToList();
        if (told.Count == 0 || visits.Count == 0 || coverage.On(visits.Max()) is not { } last) return;
        // A card that begins after the last visit says nothing of this month's claim.
        if (told.TrueForAll(c => c.ValidFrom > visits.Max())) {
            reasons.LaterCard();
            return;
        }
        if (!told.Exists(c => SameCard(c, last.Card))) reasons.OtherCard();
        if (visits.Any(v => told.TrueForAll(c => c.ValidFrom > v || c.ValidTo < v) && coverage.On(v) is { } period && told.Exists(c => SameCard(c, period.Card)))) reasons.OutsideAnswered();
    }

    private static bool SameCard(InsuranceCard a, InsuranceCard b) =>
        CardText.KeyOf(a.InsurerNumber, a.Symbol, a.Number) == CardText.KeyOf(b.InsurerNumber, b.Symbol, b.Number);

    /// <summary>Visits after the end that the answer tells; all visits when it tells none, because nothing says which of them are covered.</summary>
    private static int AfterEnd(EligibilityAnswer answer, IReadOnlyCollection<DateOnly> visits) =>
        answer.Cards.Select(c => c.ValidTo).Max() is { } end ? visits.Count(v => v > end) : visits.Count;
}
