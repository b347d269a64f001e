using System.Globalization;

namespace ClaimsCloud.Storage.Azure;

/// <summary>A time as text that sorts: UTC ticks in 19 digits.</summary>
internal static class OutboxTime {
    public static string Of(DateTimeOffset time) => time.UtcTicks.ToString("d19", CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) => new(long.Parse(text, CultureInfo.InvariantCulture), TimeSpan.Zero);
}
