using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>Age as the insurance laws count it: an age is reached on the eve of the birthday.</summary>
internal static class AgeBand {
    /// <summary>未就学: to the 31st of March behind the day on which six is reached.</summary>
    public static bool IsPreschool(DateOnly birth, ServiceMonth month) {
        var six = Reached(birth, 6);
        var end = new DateOnly(six.Year, 3, 31);
        return month.FirstDay <= (six > end ? end.AddYears(1) : end);
    }

    /// <summary>高齢受給者: from the month behind the one in which 70 is reached.</summary>
    public static bool IsSenior(DateOnly birth, ServiceMonth month) {
        var seventy = Reached(birth, 70);
        return month > ServiceMonth.Of(seventy.Year, seventy.Month);
    }

    /// <summary>The month in which a patient turns 75 on another day than the first: both insurers' limits are halved.</summary>
    public static bool TurnsSeventyFiveInside(DateOnly birth, ServiceMonth month) => birth.AddYears(75) is { Day: > 1 } day && month.Contains(day);

    private static DateOnly Reached(DateOnly birth, int age) => birth.AddYears(age).AddDays(-1);
}
