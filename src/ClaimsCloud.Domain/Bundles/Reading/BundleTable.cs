namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>How many rows a table has.</summary>
public enum TableRows {
    /// <summary>Exactly one: an object in JSON.</summary>
    One,
    /// <summary>Any number, but the table must be there.</summary>
    Any,
    /// <summary>Any number; a table that is not there has none.</summary>
    AnyOrAbsent,
}

/// <summary>One table of the bundle: a name in JSON, a file in the ZIP.</summary>
/// <param name="name">Name in JSON; with <c>.csv</c> the file in the ZIP.</param>
public abstract class BundleTable(string name, string japanese, TableRows rows, IReadOnlyList<BundleColumn> columns) {
    public string Name => name;
    public string FileName => name + ".csv";
    public string Japanese => japanese;
    public TableRows Rows => rows;

    /// <summary>In the order of the documentation and of CSV files that we write; a file that we read may have another order.</summary>
    public IReadOnlyList<BundleColumn> Columns => columns;

    /// <summary>Periods of one patient must not overlap.</summary>
    public bool OnePeriodAtATime { get; init; }

    /// <summary>What a person must know to fill it in; Japanese, may be empty.</summary>
    public string Note { get; init; } = "";

    public bool IsPatients => name == "patients";

    /// <summary>True when each row is a patient or belongs to one.</summary>
    public bool OfPatients => IsPatients || IndexOf("patient") >= 0;

    /// <summary>Position of a column, or -1.</summary>
    public int IndexOf(string column) {
        for (var i = 0; i < columns.Count; i++)
            if (columns[i].Name == column) return i;
        return -1;
    }

    /// <summary>The rows of a bundle in their canonical text; a value that is its column's default is absent.</summary>
    internal abstract IEnumerable<BundleRow> RowsOf(MonthBundle bundle);

    /// <summary>The bundle with these rows in the place of its own. Every cell must be readable.</summary>
    internal abstract MonthBundle With(MonthBundle bundle, IEnumerable<BundleRow> rows);

    /// <summary>False when the text cannot be a value of the column's type.</summary>
    internal abstract bool CanRead(int column, string text);
}

/// <param name="blank">A row on which every absent value has its default.</param>
internal sealed class BundleTable<T>(string name, string japanese, TableRows rows, T blank, BundleColumn<T>[] columns,
    Func<MonthBundle, IReadOnlyList<T>> get, Func<MonthBundle, IReadOnlyList<T>, MonthBundle> set)
    : BundleTable(name, japanese, rows, [.. columns.Select(c => c.Required ? c : c with { Default = c.Text(blank) })]) where T : class {
    public T Blank => blank;

    internal override IEnumerable<BundleRow> RowsOf(MonthBundle bundle) => get(bundle).Select(row => new BundleRow(this, null, [.. columns.Select((c, i) => Text(c, i, row))]));

    internal override MonthBundle With(MonthBundle bundle, IEnumerable<BundleRow> rows) => set(bundle, [.. rows.Select(Value)]);

    internal override bool CanRead(int column, string text) => columns[column].With(blank, text) is not null;

    private string Text(BundleColumn<T> column, int index, T row) => column.Text(row) is var text && text == Columns[index].Default ? "" : text;

    private T Value(BundleRow row) {
        var value = blank;
        for (var i = 0; i < columns.Length; i++)
            if (row.Cells[i].Length > 0) value = columns[i].With(value, row.Cells[i]) ?? throw new ArgumentException($"{Name}.{columns[i].Name} was not checked", nameof(row));
        return value;
    }
}
