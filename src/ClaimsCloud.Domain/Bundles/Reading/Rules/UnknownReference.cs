using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU22: 指している行がない。A patient's row can only point at the patient's own rows and at the station's.</summary>
internal sealed class UnknownReference() : RowsCheck(new("BU22", Severity.ClaimRefused, "指している行がありません", "キーを直すか、足りない行を足してください。")) {
    public override void Inspect(IReadOnlyList<BundleRow> rows, BundleFindings findings) {
        var owners = rows.Where(r => r.Key.Length > 0).ToLookup(r => (r.Table.Name, r.Key), r => r.Table.OfPatients ? r.Patient : "");
        foreach (var row in rows)
            for (var i = 0; i < row.Cells.Count; i++)
                if (row.Table.Columns[i] is { IsReference: true } column)
                    foreach (var key in CellText.List(row.Cells[i]).Where(k => owners[(column.Target, k)].All(owner => owner.Length > 0 && owner != row.Patient)))
                        findings.Add(Rule, row, column, $"「{column.Japanese}」の「{key}」は「{BundleTables.Find(column.Target)!.Japanese}」にありません。");
    }
}
