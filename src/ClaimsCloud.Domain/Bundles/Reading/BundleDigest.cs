using System.Security.Cryptography;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>
/// SHA-256 over what a bundle says, as 64 lower-case hexadecimal digits. The order of rows and of lists without order, the file form, absent values and written
/// defaults make no difference; a column added later makes none for rows that do not use it.
/// </summary>
public static class BundleDigest {
    public static string Of(MonthBundle bundle) =>
        Hash(text => {
            foreach (var digest in BundleTables.RowsOf(bundle).Select(Of).Order(StringComparer.Ordinal)) text.Write(digest);
        });

    internal static string Of(BundleRow row) =>
        Hash(text => {
            text.Write(row.Table.Name);
            for (var i = 0; i < row.Cells.Count; i++) {
                var cell = new BundleCell(row, i);
                if (cell.IsEmpty) continue;
                text.Write(cell.Column.Name);
                text.Write(Canonical(cell));
            }
        });

    internal static string Canonical(BundleCell cell) =>
        cell.Column.Type is ColumnType.References or ColumnType.Dates ? CellText.Of(cell.Values.Order(StringComparer.Ordinal)) : cell.Text;

    /// <summary>Every text is written with its length before it, so that no two lists of texts are the same bytes.</summary>
    private static string Hash(Action<BinaryWriter> write) {
        var bytes = new MemoryStream();
        using (var text = new BinaryWriter(bytes)) write(text);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
    }
}
