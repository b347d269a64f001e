using System.Globalization;

namespace ClaimsCloud.Portal.Words;

/// <summary>Instants as a Japanese office reads them. Japan has one zone and no summer time; the hosts run without zone and culture data.</summary>
internal static class JapanTime {
    private const string Weekdays = "日月火水木金土";

    public static DateTime At(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(9)).DateTime;

    /// <summary>2024年11月5日（火）14:03</summary>
    public static string Minute(DateTimeOffset instant) => $"{Day(At(instant))}{At(instant).ToString("H:mm", CultureInfo.InvariantCulture)}";

    /// <summary>2024年11月5日（火）14:03:09, for evidence.</summary>
    public static string Second(DateTimeOffset instant) => $"{Day(At(instant))}{At(instant).ToString("H:mm:ss", CultureInfo.InvariantCulture)}";

    /// <summary>11月5日 14:03, where the year goes without saying.</summary>
    public static string Short(DateTimeOffset instant) => At(instant).ToString("M月d日 H:mm", CultureInfo.InvariantCulture);

    public static string Clock(DateTimeOffset instant) => At(instant).ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>11月10日（日）</summary>
    public static string MonthDay(DateTime day) => $"{day.ToString("M月d日", CultureInfo.InvariantCulture)}（{Weekdays[(int)day.DayOfWeek]}）";

    /// <summary>2024年11月10日（日）; "—" where there is none.</summary>
    public static string Date(DateOnly? day) => day is { } known ? Day(known.ToDateTime(default)) : Amounts.Unknown;

    /// <summary>For the datetime attribute.</summary>
    public static string Machine(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>How long ago, as one says it.</summary>
    public static string Ago(DateTimeOffset instant, DateTimeOffset now) => (now - instant) switch {
        { TotalMinutes: < 1 } => "1分以内",
        { TotalHours: < 1 } age => $"{(int)age.TotalMinutes}分前",
        { TotalDays: < 1 } age => $"{(int)age.TotalHours}時間前",
        var age => $"{(int)age.TotalDays}日前",
    };

    /// <summary>令和6年11月 for 202411; what is no month stays as it is.</summary>
    public static string Month(string? yearMonth) {
        if (yearMonth is not { Length: 6 } || !yearMonth.All(char.IsAsciiDigit)) return yearMonth ?? "—";
        var (year, month) = (int.Parse(yearMonth[..4], CultureInfo.InvariantCulture), int.Parse(yearMonth[4..], CultureInfo.InvariantCulture));
        if (month is < 1 or > 12) return yearMonth;
        var (era, first) = string.CompareOrdinal(yearMonth, "201905") >= 0 ? ("令和", 2019) : ("平成", 1989);
        return year < first ? $"{year}年{month}月" : $"{era}{(year == first ? "元" : (year - first + 1).ToString(CultureInfo.InvariantCulture))}年{month}月";
    }

    private static string Day(DateTime day) => $"{day.Year.ToString(CultureInfo.InvariantCulture)}年{MonthDay(day)}";
}
