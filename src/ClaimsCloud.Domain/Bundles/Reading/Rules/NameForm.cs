using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU19: 氏名の書き方。</summary>
internal sealed class NameForm() : CellCheck(new("BU19", Severity.Query, "氏名の書き方が違います",
    "姓と名の間にスペースを1つ入れます。フリガナは全角カタカナと長音（ー）だけで、スペースを入れません。") { Source = "記録条件仕様（訪問看護用）令和6年6月版 p.5、p.6 注2" }) {
    public override bool AppliesTo(BundleCell cell) => !cell.IsEmpty && cell.Column.Type is ColumnType.Name or ColumnType.Katakana;

    public override void Inspect(BundleCell cell, BundleFindings findings) {
        if (cell.Column.Type == ColumnType.Name) {
            if (cell.Text.Count(c => c is ' ' or '\u3000') != 1) Add(findings, cell, "の姓と名の間のスペースが1つではありません。");
        } else if (cell.Text.Any(c => c is not ((>= 'ァ' and <= 'ヶ') or 'ー'))) Add(findings, cell, "に全角カタカナでない文字があります。");
    }
}
