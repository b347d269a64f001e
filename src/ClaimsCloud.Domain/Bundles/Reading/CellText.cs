using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>Values as text, and text as values. What is written has one form; what is read may have the forms that spreadsheets make of it.</summary>
internal static class CellText {
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy/M/d", "yyyy-M-d"];
    private static readonly string[] Months = ["yyyy-MM", "yyyyMM", "yyyy/M"];
    private static readonly string[] Times = ["HH:mm", "H:mm", "H:mm:ss"];

    public static string Of(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
    public static string Of(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";
    public static string Of(ServiceMonth? month) => month is { } value ? $"{value.Year:0000}-{value.Month:00}" : "";
    public static string Of(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
    public static string Of(bool yes) => yes ? "true" : "false";
    public static string Of(IEnumerable<string> values) => string.Join(BundleColumn.ListSeparator, values);

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static ServiceMonth? Month(string text) =>
        DateOnly.TryParseExact(text, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? ServiceMonth.Of(day.Year, day.Month) : null;

    /// <summary>Seconds are only read when they are none: a visit is recorded to the minute.</summary>
    public static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Second == 0 ? time : null;

    public static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Spreadsheets write TRUE and FALSE; people write 1 and 0.</summary>
    public static bool? YesNo(string text) => text switch {
        "true" or "TRUE" or "True" or "1" => true,
        "false" or "FALSE" or "False" or "0" => false,
        _ => null,
    };

    public static string[] List(string text) => text.Length == 0 ? [] : text.Split(BundleColumn.ListSeparator, StringSplitOptions.TrimEntries);

    /// <summary>Null as soon as one value of the list cannot be read.</summary>
    public static bool TryDates(string text, [NotNullWhen(true)] out DateOnly[]? dates) {
        var read = List(text).Select(Date).ToArray();
        dates = read.All(d => d is not null) ? [.. read.Select(d => d!.Value)] : null;
        return dates is not null;
    }

    /// <summary>
    /// What a column takes a text for: without the spaces around it, line ends as a line feed, and in claim text with the code points that the repertoire uses.
    /// Windows maps seven codes of Shift_JIS to other code points than JIS does (－ for 817C, which is −): the same character, no substitute.
    /// </summary>
    public static string Clean(BundleColumn column, string text) {
        if (column.Type == ColumnType.Free) return text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var trimmed = text.Trim(' ', '　', '\t');
        return column.IsClaimText ? string.Create(trimmed.Length, trimmed, (into, from) => {
            for (var i = 0; i < from.Length; i++) into[i] = FromWindows(from[i]);
        }) : trimmed;
    }

    private static char FromWindows(char c) => c switch {
        '\uFF5E' => '\u301C',
        '\u2225' => '\u2016',
        '\uFF0D' => '\u2212',
        '\u2014' => '\u2015',
        '\uFFE0' => '\u00A2',
        '\uFFE1' => '\u00A3',
        '\uFFE2' => '\u00AC',
        _ => c,
    };
}
