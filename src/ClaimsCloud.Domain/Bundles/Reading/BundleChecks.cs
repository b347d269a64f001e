namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>One value of a row.</summary>
internal readonly record struct BundleCell(BundleRow Row, int Index) {
    public BundleColumn Column => Row.Table.Columns[Index];
    public string Text => Row.Cells[Index];
    public bool IsEmpty => Text.Length == 0;

    /// <summary>The values of a list, or the one value.</summary>
    public IReadOnlyList<string> Values => Column.IsList ? CellText.List(Text) : [Text];
}

/// <summary>Looks at one value. Without state.</summary>
internal abstract class CellCheck(BundleRule rule) {
    public BundleRule Rule => rule;

    /// <summary>Unless a subclass says otherwise, only values that are there.</summary>
    public virtual bool AppliesTo(BundleCell cell) => !cell.IsEmpty;

    public abstract void Inspect(BundleCell cell, BundleFindings findings);

    protected void Add(BundleFindings findings, BundleCell cell, string message) => findings.Add(rule, cell.Row, cell.Column, $"「{cell.Column.Japanese}」{message}");
}

/// <summary>Looks at all rows as text, readable or not.</summary>
internal abstract class RowsCheck(BundleRule rule) {
    public BundleRule Rule => rule;

    public abstract void Inspect(IReadOnlyList<BundleRow> rows, BundleFindings findings);
}

/// <summary>Looks at the bundle of the patients whose rows can be read.</summary>
internal abstract class BundleRuleCheck(BundleRule rule) {
    public BundleRule Rule => rule;

    public abstract void Inspect(MonthBundle bundle, BundleReport report);
}

/// <summary>Takes findings about typed rows and knows where in the file they stand.</summary>
internal sealed class BundleReport(IEnumerable<BundleRow> rows, BundleFindings findings) {
    private readonly Dictionary<(string Table, string Key), BundleRow> _rows = rows.ToDictionary(r => (r.Table.Name, r.Key));

    public void Add(BundleRule rule, BundleTable table, string key, string column, string message) {
        var row = _rows[(table.Name, key)];
        findings.Add(rule, row, table.Columns[table.IndexOf(column)], message);
    }
}
