namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>A value that the file form itself cannot hold (a JSON number where text belongs).</summary>
internal sealed record CellProblem(BundleColumn Column, string Message);

/// <summary>One row as text, a cell a column of its table, empty = absent.</summary>
/// <param name="line">Line of the file it begins on; null when it did not come from a file.</param>
internal sealed class BundleRow(BundleTable table, int? line, string[] cells) {
    public BundleTable Table => table;
    public int? Line => line;
    public IReadOnlyList<string> Cells => cells;
    public IReadOnlyList<CellProblem> Problems { get; init; } = [];

    public string Key => this["key"];

    /// <summary>Key of the patient that the row belongs to; empty for a row of the station, and for one that names no patient.</summary>
    public string Patient => table.IsPatients ? Key : this["patient"];

    /// <summary>The cell of a column; empty when the table has no such column.</summary>
    public string this[string column] => table.IndexOf(column) is >= 0 and var index ? cells[index] : "";

    public BundlePlace Place(BundleColumn? column) => new(table.Name, Key, column?.Name ?? "") { Line = line };
}
