using ClaimsCloud.Domain.Bundles.Reading.Tables;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU31: ほかのステーションの記録。</summary>
/// <param name="stationCode">The right one, seven digits; empty: any.</param>
internal sealed class OtherStationsBundle(string stationCode) : RowsCheck(new("BU31", Severity.FileRefused, "ほかのステーションの記録です", "このステーションのファイルを選んでください。")) {
    public override void Inspect(IReadOnlyList<BundleRow> rows, BundleFindings findings) {
        foreach (var row in rows.Where(r => r.Table == StationTables.Station && stationCode.Length > 0 && r["code"] != stationCode))
            findings.Add(Rule, row, row.Table.Columns[row.Table.IndexOf("code")], $"訪問看護ステーションコードが「{row["code"]}」です。このステーションは「{stationCode}」です。");
    }
}
