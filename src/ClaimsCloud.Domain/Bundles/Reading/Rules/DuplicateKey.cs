using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU21: 同じキーの行。</summary>
internal sealed class DuplicateKey() : RowsCheck(new("BU21", Severity.ClaimRefused, "同じキーの行があります", "行ごとに違うキーにしてください。")) {
    public override void Inspect(IReadOnlyList<BundleRow> rows, BundleFindings findings) {
        foreach (var same in rows.Where(r => r.Key.Length > 0).GroupBy(r => (r.Table, r.Key)).Where(g => g.Skip(1).Any()))
            foreach (var row in same)
                findings.Add(Rule, row, row.Table.Columns[row.Table.IndexOf("key")], $"「{row.Table.Japanese}」にキー「{row.Key}」の行が{same.Count()}つあります。");
    }
}
