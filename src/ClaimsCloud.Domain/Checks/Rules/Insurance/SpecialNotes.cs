namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>レセプト特記 (別表6) of a claim.</summary>
internal static class SpecialNotes {
    /// <summary>区ア–区オ (26–30), 区カ and 区キ (41, 42) that are recorded.</summary>
    public static IReadOnlyList<string> IncomeClasses(ClaimFacts claim) =>
        claim.Common.Record.Field(12).IsEmpty ? [] : [.. claim.Common.SpecialNotes.Where(n => n is "26" or "27" or "28" or "29" or "30" or "41" or "42").Distinct()];

    public static bool Has(ClaimFacts claim, string note) => !claim.Common.Record.Field(12).IsEmpty && claim.Common.SpecialNotes.Contains(note);
}
