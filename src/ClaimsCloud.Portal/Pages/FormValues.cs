using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace ClaimsCloud.Portal.Pages;

/// <summary>Dates and amounts as a form sends them; null where nothing, or nothing readable, was typed.</summary>
internal static class FormValues {
    public static DateOnly? Day(StringValues text) => DateOnly.TryParseExact(text.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static long? Yen(StringValues text) => long.TryParse(text.ToString().Replace(",", "", StringComparison.Ordinal).Replace("円", "", StringComparison.Ordinal).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var yen) ? yen : null;

    /// <summary>Amounts in the fields that begin with the prefix, by what stands behind it; a field with anything else makes it null.</summary>
    public static Dictionary<string, long>? Amounts(IFormCollection form, string prefix) {
        var typed = form.Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal) && f.Value.ToString().Trim().Length > 0).ToDictionary(f => f.Key[prefix.Length..], f => Yen(f.Value));
        return typed.ContainsValue(null) ? null : typed.ToDictionary(t => t.Key, t => t.Value!.Value);
    }
}
