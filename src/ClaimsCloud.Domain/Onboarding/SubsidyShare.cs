namespace ClaimsCloud.Domain.Onboarding;

public enum TaxTreatment { Included, Excluded, Unstated }

/// <summary>When a price is due.</summary>
public enum Charge { Always, Optional, Monthly }

/// <summary>A price of the list, or what was really asked: then low and high are the same.</summary>
public sealed record PriceLine(string Key, string Name, string Supplier, long LowYen, long HighYen, TaxTreatment Tax, bool Subsidised, Charge Charge);

/// <summary>Whole yen; an estimate has two ends.</summary>
public sealed record YenRange(long Low, long High) {
    public static YenRange operator -(YenRange from, YenRange part) => new(from.Low - part.Low, from.High - part.High);
}

/// <summary>Who pays what of the first costs, tax included.</summary>
/// <param name="Subsidised">What of the total the programme looks at.</param>
/// <param name="Own">Total less subsidy: what the station carries itself.</param>
/// <param name="UnstatedTaxYen">What may come on top at most, because a price does not say whether tax is in it; 0 when all say it.</param>
public sealed record CostShare(YenRange Total, YenRange Subsidised, YenRange Subsidy, YenRange Own, long UnstatedTaxYen);

/// <summary>Cap arithmetic. A tax is rounded down once a supplier's bill (消費税の端数は1枚の請求書・税率ごとに1回); the subsidy is rounded down to the yen.</summary>
public static class SubsidyShare {
    /// <param name="lines">Monthly prices do not count.</param>
    /// <param name="taxPercent">Of the day of the quote.</param>
    public static CostShare Of(IReadOnlyList<PriceLine> lines, int taxPercent, Programme programme) {
        var first = lines.Where(l => l.Charge != Charge.Monthly).ToList();
        var total = Range(first, taxPercent);
        var subsidised = Range([.. first.Where(l => l.Subsidised)], taxPercent);
        var subsidy = new YenRange(Subsidy(subsidised.Low, programme), Subsidy(subsidised.High, programme));
        return new(total, subsidised, subsidy, total - subsidy, Tax(first.Where(l => l.Tax == TaxTreatment.Unstated).Sum(l => l.HighYen), taxPercent));
    }

    public static long Subsidy(long subsidisedYen, Programme programme) => Math.Min(programme.CapYen, subsidisedYen * programme.RatePercent / 100);

    public static long Tax(long yen, int percent) => yen * percent / 100;

    private static YenRange Range(IReadOnlyList<PriceLine> lines, int percent) => new(Sum(lines, percent, l => l.LowYen), Sum(lines, percent, l => l.HighYen));

    private static long Sum(IReadOnlyList<PriceLine> lines, int percent, Func<PriceLine, long> yen) =>
        lines.GroupBy(l => l.Supplier).Sum(bill => bill.Sum(yen) + Tax(bill.Where(l => l.Tax == TaxTreatment.Excluded).Sum(yen), percent));
}
