using System.Globalization;

namespace ClaimsCloud.Domain.Returns;

/// <summary>Months as status lists write them.</summary>
internal static class JapaneseMonth {
    private const int ReiwaBefore = 2018;

    /// <summary>
    /// YYYYMM for <c>令和　６年１０月</c> (any width, any spaces, 元年), <c>50610</c> (era digit 5 = 令和), <c>202410</c>; null for anything else.
    /// </summary>
    public static string? Parse(string value) {
        var text = ListText.Digits(value).Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);
        if (text.StartsWith("令和", StringComparison.Ordinal) && text.EndsWith('月') && text[2..^1].Split('年') is [var year, var month])
            return Of(year == "元" ? 1 : Number(year), ReiwaBefore, Number(month));
        if (text.Length == 5 && text[0] == '5') return Of(Number(text[1..3]), ReiwaBefore, Number(text[3..]));
        return text.Length == 6 ? Of(Number(text[..4]), 0, Number(text[4..])) : null;
    }

    /// <summary>The month after a YYYYMM.</summary>
    public static string Next(string month) {
        var (year, number) = (Number(month[..4]), Number(month[4..]));
        return Of(number == 12 ? year + 1 : year, 0, number == 12 ? 1 : number + 1) ?? throw new FormatException($"'{month}' is no month.");
    }

    private static string? Of(int year, int before, int month) =>
        year > 0 && month is >= 1 and <= 12 && before + year is >= 2019 and <= 2099 ? string.Create(CultureInfo.InvariantCulture, $"{before + year}{month:00}") : null;

    private static int Number(string digits) => digits.Length is > 0 and <= 4 && digits.All(char.IsAsciiDigit) ? int.Parse(digits, CultureInfo.InvariantCulture) : -1;
}
