using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU17: 全角と半角。</summary>
internal sealed class WrongWidth() : CellCheck(new("BU17", Severity.ClaimRefused, "全角と半角が正しくありません",
    "全角の項目は全部全角にします。氏名や記号・番号は、全部全角か全部半角にします。") { Source = "記録条件仕様（訪問看護用）令和6年6月版 p.3 モード" }) {
    public override bool AppliesTo(BundleCell cell) => !cell.IsEmpty && cell.Column.IsClaimText;

    public override void Inspect(BundleCell cell, BundleFindings findings) {
        var half = cell.Text.FirstOrDefault(Width.IsHalf);
        if (half == default) return;
        if (cell.Column.Type is not (ColumnType.Name or ColumnType.EitherWidth)) Add(findings, cell, $"に半角の「{half}」があります。");
        else if (!cell.Text.All(Width.IsHalf)) Add(findings, cell, "に全角と半角が混ざっています。");
    }
}
