using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Application.Months;

/// <summary>Values of a row as a person reads them.</summary>
internal static class ShownCell {
    /// <param name="rows">Where the rows stand that a reference may name.</param>
    public static string Of(BundleColumn column, string cell, IEnumerable<RowText> rows) => (column.Type, cell) switch {
        (_, "") => "",
        (ColumnType.Date, _) => Day(cell),
        (ColumnType.Dates, _) => string.Join('、', BundleRows.Values(cell).Select(Day)),
        (ColumnType.Month, _) => JapaneseEra.Format(ServiceMonth.Of(int.Parse(cell.AsSpan(0, 4)), int.Parse(cell.AsSpan(5)))),
        (ColumnType.YesNo, _) => cell == "true" ? "はい" : "いいえ",
        (ColumnType.Number, _) => $"{int.Parse(cell):N0}{column.Unit}",
        (ColumnType.Word, _) => column.Words.FirstOrDefault(w => w.Name == cell)?.Japanese ?? cell,
        (ColumnType.Code, _) => column.Codes.FirstOrDefault(c => c.Value == cell)?.Meaning ?? cell,
        (ColumnType.Reference or ColumnType.References, _) => string.Join('、', BundleRows.Values(cell).Select(key => Named(column.Target, key, rows))),
        (ColumnType.DigitsList, _) => string.Join('、', BundleRows.Values(cell)),
        _ => cell,
    };

    /// <summary>What a row is called where another one names it.</summary>
    public static string Label(RowText row) => row.Cells.GetValueOrDefault("name") ?? row.Cells.GetValueOrDefault("payerNumber") ?? row.Key;

    private static string Named(string table, string key, IEnumerable<RowText> rows) => rows.FirstOrDefault(r => r.Table == table && r.Key == key) is { } row ? Label(row) : key;

    private static string Day(string iso) => JapaneseEra.Format(DateOnly.ParseExact(iso, "yyyy-MM-dd"));
}
