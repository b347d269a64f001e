using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU13: 数値が範囲にない。</summary>
internal sealed class NumberRange() : CellCheck(new("BU13", Severity.ClaimRefused, "数値が大きすぎるか、小さすぎます", "正しい数値に直してください。")) {
    public override bool AppliesTo(BundleCell cell) => !cell.IsEmpty && cell.Column.Type == ColumnType.Number;

    public override void Inspect(BundleCell cell, BundleFindings findings) {
        if (CellText.Number(cell.Text) is { } number && (number < cell.Column.Min || number > cell.Column.Max))
            Add(findings, cell, $"は{ColumnText.Bounds(cell.Column)}です（今は{number}）。");
    }
}
