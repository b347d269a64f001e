namespace ClaimsCloud.Domain.Records;

/// <summary>The project's own data files: UTF-8, one header line, fields split by commas and never quoted.</summary>
internal static class DataFile {
    /// <param name="path">Path below <c>Data/</c>.</param>
    /// <returns>One row a line, by header name.</returns>
    public static IEnumerable<DataRow> Rows(string path) {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"data file {path} is not in the assembly");
        using var reader = new StreamReader(stream);
        foreach (var row in Rows(reader, path)) yield return row;
    }

    /// <param name="path">For messages.</param>
    public static IEnumerable<DataRow> Rows(TextReader reader, string path) {
        var header = (reader.ReadLine() ?? throw new InvalidOperationException($"data file {path} is empty")).Split(',');
        var number = 1;
        while (reader.ReadLine() is { } line) {
            number++;
            if (line.Length == 0) continue;
            var cells = line.Split(',');
            if (cells.Length != header.Length) throw new InvalidOperationException($"{path}:{number} has {cells.Length} cells, the header {header.Length}");
            yield return new DataRow(header, cells);
        }
    }
}

internal sealed class DataRow(string[] header, string[] cells) {
    public string this[string column] {
        get {
            var index = Array.IndexOf(header, column);
            return index < 0 ? throw new InvalidOperationException($"no column {column}") : cells[index];
        }
    }

    public int Number(string column) => int.Parse(this[column]);

    public int? OptionalNumber(string column) => this[column].Length == 0 ? null : Number(column);
}
