namespace ClaimsCloud.Domain.Fees;

/// <summary>職種区分 31–39: classes of the second staff member of a 複数名 add-on, worked out from the codes that carry them (別紙10-3 is not at hand).</summary>
public static class StaffPairs {
    /// <summary>The 別表20 codes (01–10) of the companion in a class 31–39; null for any other code.</summary>
    public static IReadOnlyList<string>? Companions(string staffClass) => staffClass switch {
        "31" => ["01", "02", "03", "04", "05", "06", "08"],
        "32" => ["07"],
        "33" => ["01", "02", "03", "04", "05", "06", "07", "08", "09"],
        "34" or "37" => ["01", "03", "05", "08"],
        "35" or "38" => ["07"],
        "36" or "39" => ["09", "10"],
        _ => null,
    };
}
