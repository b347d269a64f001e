namespace ClaimsCloud.Domain.Records;

/// <summary>Dates as a Japanese office writes them (和暦). For screens only; files hold 西暦.</summary>
public static class JapaneseEra {
    private static readonly (DateOnly From, string Name)[] Eras = [
        (new(2019, 5, 1), "令和"), (new(1989, 1, 8), "平成"), (new(1926, 12, 25), "昭和"), (new(1912, 7, 30), "大正"), (new(1868, 1, 25), "明治"),
    ];

    /// <summary>令和6年6月3日; the first year is 元年. Before 明治 the year is 西暦.</summary>
    public static string Format(DateOnly date) => $"{Year(date)}{date.Month}月{date.Day}日";

    /// <summary>令和6年6月, by the era of the month's first day.</summary>
    public static string Format(ServiceMonth month) => $"{Year(month.FirstDay)}{month.Month}月";

    private static string Year(DateOnly date) {
        foreach (var (from, name) in Eras)
            if (date >= from) return date.Year == from.Year ? $"{name}元年" : $"{name}{date.Year - from.Year + 1}年";
        return $"{date.Year}年";
    }
}
