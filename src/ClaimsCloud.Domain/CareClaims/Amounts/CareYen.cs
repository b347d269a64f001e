namespace ClaimsCloud.Domain.CareClaims.Amounts;

/// <summary>The steps from units to yen (手引き p. 73–74). Every step is cut to whole yen; units and yen are never negative here.</summary>
public static class CareYen {
    /// <param name="price100">Price of a unit times 100: 11.40 yen is 1140.</param>
    public static long Cost(long units, int price100) => units * price100 / 100;

    public static long Insurance(long cost, int percent) => cost * percent / 100;

    /// <summary>
    /// What a programme pays before the person's own payment. It takes the whole rest when it covers 100 % of all units, else its rate less the rate that is covered
    /// before it.
    /// </summary>
    /// <param name="units">Units that the programme pays for, of <paramref name="allUnits"/>.</param>
    /// <param name="rest">What is left of the cost after those before it.</param>
    public static long Public(long units, long allUnits, int price100, int percent, int coveredPercent, long rest) =>
        percent == 100 && units == allUnits ? rest : Math.Min(rest, Cost(units, price100) * Math.Max(0, percent - coveredPercent) / 100);

    /// <summary>単位数合計: what is within plan and limit, and what the limit does not count.</summary>
    public static long BenefitUnits(long plan, long limited, long unlimited) => Math.Min(plan, limited) + unlimited;
}
