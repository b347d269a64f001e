using System.Text;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU23: 自由な文字の中の、文字でないもの。</summary>
internal sealed class ControlCharacter() : CellCheck(new("BU23", Severity.ClaimRefused, "文字でない符号があります", "読めない文字や制御文字を取り除いてください。改行は使えます。")) {
    public override bool AppliesTo(BundleCell cell) => !cell.IsEmpty && cell.Column.Type == ColumnType.Free;

    public override void Inspect(BundleCell cell, BundleFindings findings) {
        // Half a character counts as U+FFFD.
        if (cell.Text.EnumerateRunes().Any(r => (Rune.IsControl(r) && r.Value != '\n') || r == Rune.ReplacementChar)) Add(findings, cell, "に文字でない符号があります。");
    }
}
