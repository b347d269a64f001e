using System.Globalization;

namespace ClaimsCloud.Domain.Onboarding.Sheets;

/// <summary>Dates as people and spreadsheets write them.</summary>
internal static class SheetDates {
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
    private static readonly DateOnly First = new(2020, 1, 1), Last = new(2050, 12, 31);

    /// <summary>yyyy-MM-dd; empty for empty; null when it is no date of our time. A bare number is a spreadsheet's day count from 1899-12-30.</summary>
    public static string? Normal(string text) {
        text = text.Trim();
        if (text.Length == 0) return "";
        var day = DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && serial is > 1 and < 100_000 ? new DateOnly(1899, 12, 30).AddDays((int)serial) : default;
        return day >= First && day <= Last ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }
}
