using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>Days of a month, first and last included, that one card covers.</summary>
public sealed record CoveragePeriod(DateOnly From, DateOnly To, InsuranceCard Card) {
    public bool Covers(DateOnly day) => From <= day && day <= To;
}

/// <summary>Which card covers which days of a month. More than one period: the claim is split at their borders.</summary>
/// <param name="Periods">In order, within the month.</param>
/// <param name="Overlaps">Two cards claim the same day: a person says which.</param>
public sealed record MonthCoverage(IReadOnlyList<CoveragePeriod> Periods, bool Overlaps) {
    /// <summary>First days of the second and further periods: where claims are split.</summary>
    public IEnumerable<DateOnly> SplitDates => Periods.Skip(1).Select(p => p.From);

    public CoveragePeriod? On(DateOnly day) => Periods.FirstOrDefault(p => p.Covers(day));

    /// <param name="cards">Cards of one person; 医療扶助 runs beside the insurance and takes no part here.</param>
    public static MonthCoverage Of(ServiceMonth month, IEnumerable<InsuranceCard> cards) {
        ArgumentNullException.ThrowIfNull(cards);
        var all = cards.Where(c => !c.IsMedicalAid).OrderBy(c => c.ValidFrom ?? DateOnly.MinValue).ToList();
        var periods = new List<CoveragePeriod>();
        for (var i = 0; i < all.Count; i++) {
            var from = Later(all[i].ValidFrom ?? DateOnly.MinValue, month.FirstDay);
            var to = Earlier(LastDay(all, i), month.LastDay);
            if (from <= to) periods.Add(new(from, to, all[i]));
        }
        return new(periods, periods.Zip(periods.Skip(1)).Any(pair => pair.First.To >= pair.Second.From));
    }

    /// <summary>A card without end ends on the eve of the next one: insurers tell the new card before the end of the old.</summary>
    private static DateOnly LastDay(List<InsuranceCard> cards, int index) {
        if (cards[index].ValidTo is { } told) return told;
        var next = cards.Skip(index + 1).Select(c => c.ValidFrom).FirstOrDefault(from => from > (cards[index].ValidFrom ?? DateOnly.MinValue));
        return next?.AddDays(-1) ?? DateOnly.MaxValue;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
