using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU14: 別表にないコード。</summary>
/// <param name="spec">Release of the bundle's month; null where the project holds none: its tables may have other codes, so nothing is refused.</param>
internal sealed class UnknownCode(ClaimSpec? spec) : CellCheck(new("BU14", Severity.ClaimRefused, "別表にないコードです",
    "別表にあるコードに直してください。表計算ソフトは先頭の0を消すことがあります。") { Source = "記録条件仕様（訪問看護用）令和6年6月版 別表1〜28" }) {
    public override bool AppliesTo(BundleCell cell) => !cell.IsEmpty && cell.Column.Type == ColumnType.Code;

    public override void Inspect(BundleCell cell, BundleFindings findings) {
        if (cell.Column.Takes(cell.Text)) return;
        var padded = cell.Column.Codes.Select(c => c.Value).FirstOrDefault(c => c.TrimStart('0') == cell.Text);
        var message = $"「{cell.Column.Japanese}」の「{cell.Text}」は別表{int.Parse(cell.Column.CodeTable)}にありません。{(padded is null ? "" : $"「{padded}」の先頭の0が消えていませんか。")}";
        findings.Add(Rule, spec is null ? Verdict.NotChecked : Verdict.Fail, cell.Row.Patient, cell.Row.Place(cell.Column), message);
    }
}
