namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>What a payer's total and days must be, from the fee lines.</summary>
internal static class Totals {
    /// <summary>Sum of the lines the payer shares; null when a line cannot be read.</summary>
    /// <param name="payer">0 the insurance, 1–4 the public expenses.</param>
    public static long? YenOf(ClaimFacts claim, int payer) {
        long sum = 0;
        foreach (ref readonly var line in claim.Lines) {
            if (line.Yen is not { } yen || line.Payers == 0) return null;
            if ((line.Payers & 1 << payer) != 0) sum += yen;
        }
        return sum;
    }

    /// <summary>Days with a visit that the payer shares; null when a line cannot be read or its fee is not known.</summary>
    public static int? DaysOf(ClaimFacts claim, int payer) {
        var days = 0u;
        foreach (ref readonly var line in claim.Lines) {
            if (line.Payers == 0 || line.Day is not { } day || line.Fee?.Family is null) return null;
            if ((line.Payers & 1 << payer) != 0 && line.MakesDay) days |= 1u << day.Day;
        }
        return System.Numerics.BitOperations.PopCount(days);
    }
}
