using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU20: キーの書き方。</summary>
internal sealed class KeyForm() : CellCheck(new("BU20", Severity.ClaimRefused, "キーの書き方が違います",
    $"キーは{MaxLength}文字までで、「;」と改行は使えません。")) {
    private const int MaxLength = 64;

    public override bool AppliesTo(BundleCell cell) => !cell.IsEmpty && (cell.Column.Type == ColumnType.Key || cell.Column.IsReference);

    public override void Inspect(BundleCell cell, BundleFindings findings) {
        if (cell.Values.Any(v => v.Length is 0 or > MaxLength || v.Any(c => c == BundleColumn.ListSeparator || char.IsControl(c))))
            Add(findings, cell, "をキーとして使えません。");
    }
}
