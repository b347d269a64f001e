namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>Days of the month as bits 1–31.</summary>
internal static class Days {
    /// <summary>Days with any line that the payer shares; null when a line cannot be read.</summary>
    /// <param name="payer">0 the insurance, 1–4 the public expenses.</param>
    public static uint? Of(ClaimFacts claim, int payer) {
        var days = 0u;
        foreach (ref readonly var line in claim.Lines) {
            if (line.Payers == 0 || line.Day is not { } day) return null;
            if ((line.Payers & 1 << payer) != 0) days |= 1u << day.Day;
        }
        return days;
    }
}
