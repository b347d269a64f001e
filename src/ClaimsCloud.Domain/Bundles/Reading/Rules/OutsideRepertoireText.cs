using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU16: レセプトに記録できない文字。</summary>
internal sealed class OutsideRepertoireText() : CellCheck(new("BU16", Severity.ClaimRefused, "レセプトに記録できない文字です",
    "JIS X 0208の第1・第2水準の文字に置き換えてください。氏名は「元の表記の氏名」に元の文字を残せます。") { Source = "記録条件仕様（訪問看護用）令和6年6月版 p.3 エ" }) {
    public override bool AppliesTo(BundleCell cell) => !cell.IsEmpty && cell.Column.IsClaimText;

    public override void Inspect(BundleCell cell, BundleFindings findings) {
        foreach (var character in cell.Text.EnumerateRunes().Select(r => r.ToString()).Where(c => !c.All(ClaimText.Contains)).Distinct()) {
            var shown = character == "\uFFFD" ? "外字などの読めない文字" : $"「{character}」";
            var substitute = OutsideRepertoire.SubstituteFor(character) is { } usual ? $"「{usual}」などに置き換えます。" : "";
            Add(findings, cell, $"の{shown}は記録できません。{substitute}");
        }
    }
}
