using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Application.Months;

/// <summary>A sheet as tables, a row as a form.</summary>
internal static class SheetViews {
    /// <summary>What stands in the row itself or follows from where it stands is not shown again.</summary>
    private static bool IsShown(BundleColumn column) => column.Name is not ("key" or "patient");

    /// <param name="station">The station's rows, which patients' rows name.</param>
    public static IReadOnlyList<SheetTable> Tables(Sheet sheet, IReadOnlyList<RowText> station) {
        RowText[] named = [.. sheet.Rows, .. station];
        return [.. BundleTables.All.Where(t => t.OfPatients != sheet.IsStation).Select(table => {
            BundleColumn[] columns = [.. table.Columns.Where(IsShown)];
            return new SheetTable(table.Name, table.Japanese, OrNull(table.Note), IsSingle(table), [.. columns.Select(c => c.Japanese)], [.. sheet.Rows.Where(r => r.Table == table.Name)
                .Select(row => new SheetRow(row.Key, [.. columns.Select(c => ShownCell.Of(c, row.Cells.GetValueOrDefault(c.Name) ?? "", named))]))]);
        })];
    }

    /// <param name="row">Null: a new row.</param>
    /// <param name="named">Rows that a reference may name.</param>
    public static RowForm Form(string month, BundleTable table, string? patient, RowText? row, long revision, IReadOnlyList<RowText> named) =>
        new(month, table.Name, table.Japanese, patient, row?.Key, revision, [.. table.Columns.Where(IsShown).Select(c => Field(c, row, named))]);

    /// <summary>The month, the station, and the patient of a patient's sheet: they cannot be added or taken away there.</summary>
    public static bool IsSingle(BundleTable table) => table.Rows == TableRows.One || table.IsPatients;

    private static RowField Field(BundleColumn column, RowText? row, IReadOnlyList<RowText> named) => new(column.Name, column.Japanese, KindOf(column), column.Required,
        OrNull(column.Note), OrNull(column.Unit), row?.Cells.GetValueOrDefault(column.Name) ?? column.Default, Options(column, named));

    private static FieldKind KindOf(BundleColumn column) => column.Type switch {
        ColumnType.Date => FieldKind.Date,
        ColumnType.Month => FieldKind.Month,
        ColumnType.Time => FieldKind.Time,
        ColumnType.Number => FieldKind.Number,
        ColumnType.YesNo => FieldKind.YesNo,
        ColumnType.Word or ColumnType.Code or ColumnType.Reference => FieldKind.Choice,
        ColumnType.References => FieldKind.Choices,
        ColumnType.Dates or ColumnType.DigitsList => FieldKind.List,
        ColumnType.FullWidth when column.MaxBytes > LongTextBytes => FieldKind.LongText,
        _ => FieldKind.Text,
    };

    private const int LongTextBytes = 130;

    private static IReadOnlyList<FieldOption> Options(BundleColumn column, IReadOnlyList<RowText> named) =>
        column.IsReference ? [.. named.Where(r => r.Table == column.Target).Select(r => new FieldOption(r.Key, ShownCell.Label(r)))]
        : column.Type == ColumnType.Word ? [.. column.Words.Select(w => new FieldOption(w.Name, w.Japanese))]
        : [.. column.Codes.Select(c => new FieldOption(c.Value, $"{c.Value} {c.Meaning}"))];

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
