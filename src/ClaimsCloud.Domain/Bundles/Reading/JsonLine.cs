using System.Text;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>One row as a JSON object on one line. The framework's writer cannot leave full-width spaces unescaped, and names are full of them.</summary>
internal static class JsonLine {
    public static string Of(BundleRow row) {
        var cells = row.Cells.Index().Where(c => c.Item.Length > 0).Select(c => $"{Quote(row.Table.Columns[c.Index].Name)}: {Value(row.Table.Columns[c.Index], c.Item)}");
        return $"{{{string.Join(", ", cells)}}}";
    }

    public static string Quote(string text) {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text) {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c)) quoted.Append($"\\u{(int)c:x4}");
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }

    private static string Value(BundleColumn column, string text) =>
        column.IsList ? $"[{string.Join(", ", CellText.List(text).Select(Quote))}]"
        : column.Type is ColumnType.Number or ColumnType.YesNo ? text
        : Quote(text);
}
