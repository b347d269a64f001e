using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU15: 長すぎる。</summary>
internal sealed class TooLong() : CellCheck(new("BU15", Severity.ClaimRefused, "長すぎます", "短くしてください。全角1文字は2バイトです。")) {
    public override void Inspect(BundleCell cell, BundleFindings findings) {
        var column = cell.Column;
        if (column.MaxValues > 0 && cell.Values.Count > column.MaxValues) Add(findings, cell, $"は{column.MaxValues}個までです（今は{cell.Values.Count}個）。");
        if (column.MaxBytes == 0) return;
        var length = column.IsClaimText ? Width.Bytes(cell.Text) : cell.Text.Length;
        if (length > column.MaxBytes) Add(findings, cell, $"は{ColumnText.Bounds(column)}です（今は{length}）。");
    }
}
