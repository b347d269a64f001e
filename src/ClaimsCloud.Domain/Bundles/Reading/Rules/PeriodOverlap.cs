using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU42: 期間の重なり。</summary>
internal sealed class PeriodOverlap() : RowsCheck(new("BU42", Severity.ClaimRefused, "期間が重なっています", "前の行の終了日を、次の行の開始日の前の日までにしてください。")) {
    public override void Inspect(IReadOnlyList<BundleRow> rows, BundleFindings findings) {
        foreach (var patient in rows.Where(r => r.Table.OnePeriodAtATime).GroupBy(r => (r.Table, r.Patient))) {
            (BundleRow Row, DateOnly Until)? before = null;
            foreach (var (row, from) in patient.Select(r => (Row: r, From: CellText.Date(r["from"]))).Where(r => r.From is not null).OrderBy(r => r.From).ThenBy(r => r.Row.Key, StringComparer.Ordinal)) {
                if (before is { } last && from <= last.Until)
                    findings.Add(Rule, row, row.Table.Columns[row.Table.IndexOf("from")], $"「{row.Table.Japanese}」の「{row.Key}」（{CellText.Of(from)}から）が「{last.Row.Key}」と重なっています。");
                var until = CellText.Date(row["until"]) ?? DateOnly.MaxValue;
                if (before is null || until > before.Value.Until) before = (row, until);
            }
        }
    }
}
