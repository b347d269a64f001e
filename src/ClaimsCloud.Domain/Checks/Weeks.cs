using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>暦週, Sunday to Saturday, across the ends of months.</summary>
internal static class Weeks {
    public static DateOnly SundayOf(DateOnly day) => day.AddDays(-(int)day.DayOfWeek);

    /// <summary>True when the week that begins on the Sunday has days outside the month.</summary>
    public static bool CrossesEndOf(ServiceMonth month, DateOnly sunday) => !month.Contains(sunday) || !month.Contains(sunday.AddDays(6));
}
