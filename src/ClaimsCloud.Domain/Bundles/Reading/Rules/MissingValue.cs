using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU11: 必要な値がない。</summary>
internal sealed class MissingValue() : CellCheck(new("BU11", Severity.ClaimRefused, "必要な値がありません", "値を入れてください。")) {
    public override bool AppliesTo(BundleCell cell) => cell.IsEmpty && cell.Column.Required && cell.Row.Problems.All(p => p.Column != cell.Column);

    public override void Inspect(BundleCell cell, BundleFindings findings) => Add(findings, cell, "がありません。");
}
