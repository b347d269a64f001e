using System.IO.Compression;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>Writes a month bundle so that <see cref="BundleReader"/> reads the same bundle. The same bundle gives the same bytes, on any machine.</summary>
public static class BundleWriter {
    /// <summary>The first time that a ZIP entry can have.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>JSON in UTF-8, one row a line; tables without rows are left out unless they must be there.</summary>
    public static void WriteJson(MonthBundle bundle, Stream file) {
        using var text = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
        var tables = BundleTables.All.Select(t => (Table: t, Rows: t.RowsOf(bundle).Select(JsonLine.Of).ToList())).Where(t => t.Rows.Count > 0 || t.Table.Rows != TableRows.AnyOrAbsent);
        text.WriteLine("{");
        text.WriteLine(string.Join(",\n", tables.Select(t => $"  {JsonLine.Quote(t.Table.Name)}: {Json(t.Table, t.Rows)}")));
        text.WriteLine("}");
    }

    /// <summary>A ZIP with every table as CSV in UTF-8 with a byte order mark, lines ending with CR LF.</summary>
    public static void WriteZip(MonthBundle bundle, Stream file) => WriteZip(table => table.RowsOf(bundle), file);

    /// <summary>The same with nothing but the headers, to be filled in.</summary>
    public static void WriteTemplate(Stream file) => WriteZip(_ => [], file);

    private static void WriteZip(Func<BundleTable, IEnumerable<BundleRow>> rowsOf, Stream file) {
        using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var table in BundleTables.All) {
            // Stored, not deflated: what deflate makes of the same text depends on the machine's library.
            var entry = archive.CreateEntry(table.FileName, CompressionLevel.NoCompression);
            entry.LastWriteTime = NoTime;
            using var text = new StreamWriter(entry.Open(), CsvEncoding.Written) { NewLine = "\r\n" };
            text.WriteLine(string.Join(',', table.Columns.Select(c => c.Name)));
            foreach (var row in rowsOf(table)) text.WriteLine(string.Join(',', row.Cells.Select(CsvText.Quote)));
        }
    }

    private static string Json(BundleTable table, List<string> rows) =>
        table.Rows == TableRows.One ? rows[0] : rows.Count == 0 ? "[]" : $"[\n    {string.Join(",\n    ", rows)}\n  ]";
}
