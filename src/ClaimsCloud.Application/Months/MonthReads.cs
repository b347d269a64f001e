using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Application.Months;

/// <summary>The reads that the use cases share.</summary>
internal static class MonthReads {
    /// <summary>Null for what is no month, or a month that was never opened.</summary>
    public static async Task<Stored<CareMonth>?> Month(this TenantScope tenant, string month, CancellationToken stop) =>
        Parse(month) is null ? null : await tenant.Documents.Get(CareMonth.Kind, month, stop);

    /// <summary>YYYYMM from outside; null for anything else.</summary>
    public static ServiceMonth? Parse(string month) =>
        month is { Length: 6 } && month.All(char.IsAsciiDigit) ? ServiceMonth.Parse([.. month.Select(c => (byte)c)]) : null;

    public static Task<Stored<Sheet>?> Sheet(this TenantScope tenant, string month, string? patient, CancellationToken stop) =>
        tenant.Documents.Get(Months.Sheet.Kind, Months.Sheet.IdOf(month, patient ?? ""), stop);

    /// <summary>The station's sheet first, then the patients' as an office orders them.</summary>
    public static async Task<IReadOnlyList<Stored<Sheet>>> Sheets(this TenantScope tenant, string month, CancellationToken stop) {
        var sheets = new List<Stored<Sheet>>();
        await foreach (var sheet in tenant.Documents.All(Months.Sheet.Kind, Months.Sheet.ByMonth, IndexRange.Between($"{month}|", $"{month}|\U0010FFFF"), stop)) sheets.Add(sheet);
        return [.. sheets.OrderBy(s => !s.Value.IsStation).ThenBy(s => s.Value.Kana ?? s.Value.Name, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    public static IEnumerable<RowText> Rows(this IEnumerable<Stored<Sheet>> sheets) => sheets.SelectMany(s => s.Value.Rows);
}
