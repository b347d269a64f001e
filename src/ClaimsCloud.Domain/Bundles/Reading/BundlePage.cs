using System.Text;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>The documentation of the month bundle for people who make one, in Japanese, as Markdown; made from its tables.</summary>
public static class BundlePage {
    private static readonly string Beginning = $"""
        # 月次の記録一式

        訪問看護ステーションの1か月分の記録です。レセプトはこの記録から作ります。このページは `claims bundle schema --markdown` が書き出したものです。直接は直しません。

        ## ファイルの形
        - **JSON**（UTF-8）: 下の表の名前をそのまま使います。`bundle` と `station` はオブジェクト、ほかの表はオブジェクトの配列です。JSON Schemaは `month-bundle.schema.json` です。
        - **ZIP**: 1つの表を1つのCSVファイル（`visits.csv` など）にして、フォルダーに入れずにまとめます。1行目は見出し（下の項目名）で、列の順は自由です。文字コードはUTF-8かシフトJIS、
          コンマ・引用符・改行を含む値は引用符（"）で囲みます。空のZIPは `claims bundle template` で作れます。
        - 値がないときは、項目を書かないか、空にします。書かない項目は「省くと」の値になります。行のない表は、「必要」の表でなければ省けます。
        - 年月日は 2024-06-03（CSVでは 2024/6/3 も）、年月は 2024-06（CSVでは 202406 も）、時刻は 09:30 です。
        - いくつも入る値は、JSONでは文字列の配列、CSVでは `;` で区切ります。
        - ファイルは{BundleReader.MaxBytes >> 20}MBまで、ZIPは中身の合計も同じです。行は全部で{BundleReader.MaxRows:N0}行までです。

        ## 取り込み方
        利用者ごとに、すべての行を取り込むか、1行も取り込みません。ほかの利用者は取り込みます。ファイルやステーションの表に誤りがあるときは、何も取り込みません。

        """;

    /// <summary>The whole page; lines end with a line feed.</summary>
    public static string Text() {
        var page = new StringBuilder(Beginning.ReplaceLineEndings("\n"));
        foreach (var table in BundleTables.All) {
            page.Append($"\n## `{table.Name}` {table.Japanese}\n");
            page.Append($"{Rows(table.Rows)}{(table.OnePeriodAtATime ? "同じ利用者の期間は重ねません。" : "")}{(table.Note.Length > 0 ? table.Note + "。" : "")}\n\n");
            page.Append("| 項目名 | 項目 | 必要 | 形 | 省くと | 説明 |\n|---|---|---|---|---|---|\n");
            foreach (var column in table.Columns)
                page.Append($"| `{column.Name}` | {column.Japanese} | {(column.Required ? "○" : "")} | {Form(column)} | {Default(column)} | {Explanation(column, Bullets(column))} |\n");
        }
        page.Append("\n## 点検\n取り込むときの点検です。\n\n| 番号 | 点検 | 直し方 |\n|---|---|---|\n");
        foreach (var rule in BundleRules.All) page.Append($"| {rule.Code} | {rule.Title} | {rule.Fix} |\n");
        return page.ToString();
    }

    /// <summary>Form, bounds, note and words of a column in one sentence each.</summary>
    internal static string Explanation(BundleColumn column) => $"{Form(column)}。{Explanation(column, string.Join('、', column.Words.Select(w => $"{w.Name}＝{w.Japanese}")))}";

    private static string Explanation(BundleColumn column, string words) {
        string[] parts = [column.Note, words, column.NotCodes.Count > 0 ? $"{string.Join('、', column.NotCodes)}は使わない" : ""];
        return string.Join("。", parts.Where(p => p.Length > 0));
    }

    private static string Bullets(BundleColumn column) => string.Join("<br>", column.Words.Select(w => $"`{w.Name}` {w.Japanese}"));

    private static string Form(BundleColumn column) =>
        ColumnText.Bounds(column) is { Length: > 0 } bounds ? $"{ColumnText.Form(column)}、{bounds}" : ColumnText.Form(column);

    private static string Default(BundleColumn column) => column.Default.Length == 0 ? "" : $"`{column.Default}`";

    private static string Rows(TableRows rows) => rows switch {
        TableRows.One => "必要な表で、1行だけです。",
        TableRows.Any => "必要な表です。",
        _ => "行がなければ省けます。",
    };
}
