namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>How a column's values are written, in Japanese, for messages and the documentation.</summary>
internal static class ColumnText {
    public static string JsonForm(BundleColumn column) => column.Type switch {
        ColumnType.Number => "数値（整数）",
        ColumnType.YesNo => "true か false",
        _ => column.IsList ? "文字列の配列" : "文字列",
    };

    /// <summary>The form of one value.</summary>
    public static string Form(BundleColumn column) => column.Type switch {
        ColumnType.Key => "キー",
        ColumnType.Reference => $"{BundleTables.Find(column.Target)!.Japanese}のキー",
        ColumnType.References => $"{BundleTables.Find(column.Target)!.Japanese}のキー（いくつでも）",
        ColumnType.Date => "年月日（2024-06-03）",
        ColumnType.Dates => "年月日（いくつでも）",
        ColumnType.Month => "年月（2024-06）",
        ColumnType.Time => "時刻（09:30）",
        ColumnType.Number => "整数",
        ColumnType.YesNo => "true か false",
        ColumnType.Word => "決まった語",
        ColumnType.Code => $"別表{int.Parse(column.CodeTable)}のコード",
        ColumnType.Digits => $"数字{Lengths(column)}桁",
        ColumnType.DigitsList => $"数字{Lengths(column)}桁（{column.MaxValues}個まで）",
        ColumnType.Name => "氏名（全部全角か、全部半角）",
        ColumnType.Katakana => "全角カタカナ",
        ColumnType.FullWidth => "全角の文字",
        ColumnType.EitherWidth => "全部全角か、全部半角の文字",
        ColumnType.Free => "自由な文字",
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    public static string Lengths(BundleColumn column) =>
        column.Lengths is [var first, .., var last] && last - first == column.Lengths.Count - 1 ? $"{first}～{last}" : string.Join("か", column.Lengths);

    /// <summary>Unit, bounds and lengths; empty when there are none.</summary>
    public static string Bounds(BundleColumn column) => column switch {
        { Type: ColumnType.Number } => $"{column.Min}～{column.Max}{column.Unit}",
        { Type: ColumnType.Free } => $"{column.MaxBytes}文字まで",
        { MaxBytes: > 0 } => $"{column.MaxBytes}バイトまで",
        _ => "",
    };
}
