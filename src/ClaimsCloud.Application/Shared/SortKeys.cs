using System.Globalization;

namespace ClaimsCloud.Application.Shared;

/// <summary>Index values that sort as text the way their values sort.</summary>
internal static class SortKeys {
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture);
}
