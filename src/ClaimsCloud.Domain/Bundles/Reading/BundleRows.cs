namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>A bundle row by row: what a store keeps and a person changes.</summary>
public static class BundleRows {
    /// <summary>All rows in their canonical text.</summary>
    public static IEnumerable<RowText> Of(MonthBundle bundle) => BundleTables.RowsOf(bundle).Select(RowText.Of);

    /// <summary>The bundle of rows that were let in before: every value can be read and the single tables have their row.</summary>
    public static MonthBundle ToBundle(IEnumerable<RowText> rows) => BundleTables.ToBundle(rows.Select(r => r.ToRow()));

    /// <summary>What keeps one row out: its own values, and what it says about the rows it belongs to.</summary>
    /// <param name="others">The other rows of the station and of the row's patient.</param>
    /// <param name="stationCode">Seven digits: the station that the rows must be of.</param>
    public static IReadOnlyList<BundleFinding> Problems(RowText row, IEnumerable<RowText> others, string stationCode) {
        var all = others.Append(row).Select(r => r.ToRow()).ToList();
        return [.. BundleCheck.OfRow(all, all[^1], stationCode).Where(f => f.KeepsBack)];
    }

    /// <summary>The row in its canonical text, after <see cref="Problems"/> found none.</summary>
    public static RowText Canonical(RowText row) {
        var read = row.ToRow();
        var bundle = read.Table.With(BundleTables.Blank, [read]);
        return RowText.Of(read.Table.RowsOf(bundle).Single());
    }

    /// <summary>Rows that name this one by its key.</summary>
    public static IEnumerable<RowText> ThatNeed(RowText row, IEnumerable<RowText> rows) => rows.Where(r => BundleTables.Find(r.Table)!.Columns
        .Any(c => c.IsReference && c.Target == row.Table && CellText.List(r.Cells.GetValueOrDefault(c.Name) ?? "").Contains(row.Key)));

    /// <summary>The values of a cell that holds a list.</summary>
    public static IReadOnlyList<string> Values(string cell) => CellText.List(cell);
}
