namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>One family of fees: when it is billed. Without state.</summary>
internal abstract class FeeRule(string id, string title, string source) {
    /// <summary>K and a number, never reused.</summary>
    public string Id => id;

    /// <summary>Official short name.</summary>
    public string Title => title;

    /// <summary>告示 and number.</summary>
    public string Source => source;

    public abstract void Bill(PatientMonth month, HeadCounts heads, FeeSheet sheet);
}

/// <summary>A family that is decided day by day.</summary>
internal abstract class DayFeeRule(string id, string title, string source) : FeeRule(id, title, source) {
    public override void Bill(PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        foreach (var day in month.Days)
            if (AppliesTo(day)) Bill(day, month, heads, sheet);
    }

    protected abstract bool AppliesTo(VisitDay day);

    protected abstract void Bill(VisitDay day, PatientMonth month, HeadCounts heads, FeeSheet sheet);
}
