using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU12: 値を読み取れない。</summary>
internal sealed class UnreadableValue() : CellCheck(new("BU12", Severity.ClaimRefused, "値を読み取れません", "説明の書き方に直してください。")) {
    private const int Shown = 40;

    public override bool AppliesTo(BundleCell cell) => true;

    public override void Inspect(BundleCell cell, BundleFindings findings) {
        foreach (var problem in cell.Row.Problems.Where(p => p.Column == cell.Column)) Add(findings, cell, $"は、{problem.Message}");
        if (cell.IsEmpty || cell.Row.Table.CanRead(cell.Index, cell.Text)) return;
        var words = cell.Column.Words.Count == 0 ? "" : $"使える語: {string.Join('、', cell.Column.Words.Select(w => w.Name))}。";
        Add(findings, cell, $"の「{(cell.Text.Length > Shown ? cell.Text[..Shown] + "…" : cell.Text)}」を{ColumnText.Form(cell.Column)}として読み取れません。{words}");
    }
}
