using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU18: 数字の桁。</summary>
internal sealed class WrongDigits() : CellCheck(new("BU18", Severity.ClaimRefused, "数字の桁が正しくありません",
    "半角の数字で、決まった桁にしてください。表計算ソフトは先頭の0を消すことがあります。")) {
    public override bool AppliesTo(BundleCell cell) => !cell.IsEmpty && cell.Column.Type is ColumnType.Digits or ColumnType.DigitsList;

    public override void Inspect(BundleCell cell, BundleFindings findings) {
        foreach (var value in cell.Values)
            if (!value.All(char.IsAsciiDigit) || !cell.Column.Lengths.Contains(value.Length))
                Add(findings, cell, $"は数字{ColumnText.Lengths(cell.Column)}桁です（今は{value.Length}文字）。");
    }
}
