namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>Whole days, both ends included; no end = open.</summary>
internal static class Period {
    public static bool Covers(DateOnly from, DateOnly? until, DateOnly day) => day >= from && (until is null || day <= until);

    public static bool Meets(DateOnly from, DateOnly? until, DateOnly first, DateOnly last) => from <= last && (until is null || until >= first);

    /// <summary>Sunday of the calendar week (暦週, Sunday to Saturday).</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(int)day.DayOfWeek);
}
