using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU41: 終わりが始まりより前。</summary>
internal sealed class PeriodOrder() : RowsCheck(new("BU41", Severity.ClaimRefused, "終わりの日が始まりの日より前です", "日付を直してください。")) {
    public override void Inspect(IReadOnlyList<BundleRow> rows, BundleFindings findings) {
        foreach (var row in rows)
            foreach (var column in row.Table.Columns.Where(c => c.Start.Length > 0))
                if (CellText.Date(row[column.Name]) is { } end && CellText.Date(row[column.Start]) is { } start && end < start)
                    findings.Add(Rule, row, column, $"「{column.Japanese}」の{CellText.Of(end)}は、始まりの{CellText.Of(start)}より前です。");
    }
}
