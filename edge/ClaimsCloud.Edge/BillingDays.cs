namespace ClaimsCloud.Edge;

/// <summary>The days in which claims go out and are mended: from the 1st to the 12th of a month, in Japan. Nothing is changed at a site then.</summary>
internal static class BillingDays {
    private const int Last = 12;
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    public static DateOnly DateIn(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Japan).DateTime);

    public static bool Contains(DateOnly day) => day.Day <= Last;
}
