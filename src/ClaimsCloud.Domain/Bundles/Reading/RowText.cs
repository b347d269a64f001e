namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>One row of a bundle as text, for stores and forms.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Key">Key of the row; empty for the row of the month itself.</param>
/// <param name="Patient">Key of the patient; empty for a row of the station.</param>
/// <param name="Cells">Values by column name. What is absent, or its column's default, is not in it.</param>
public sealed record RowText(string Table, string Key, string Patient, IReadOnlyDictionary<string, string> Cells) {
    /// <summary>A row with what a person typed, not yet looked at. Its key and patient are those of the cells.</summary>
    public static RowText Typed(BundleTable table, IReadOnlyDictionary<string, string> cells) {
        ArgumentNullException.ThrowIfNull(table);
        return Of(new BundleRow(table, null, [.. table.Columns.Select(c => CellText.Clean(c, cells.GetValueOrDefault(c.Name) ?? ""))]));
    }

    internal static RowText Of(BundleRow row) => new(row.Table.Name, row.Key, row.Patient,
        row.Table.Columns.Index().Where(c => row.Cells[c.Index].Length > 0).ToDictionary(c => c.Item.Name, c => row.Cells[c.Index]));

    internal BundleRow ToRow() {
        var table = BundleTables.Find(Table) ?? throw new InvalidOperationException($"there is no table {Table}");
        return new(table, null, [.. table.Columns.Select(c => Cells.GetValueOrDefault(c.Name) ?? "")]);
    }
}
