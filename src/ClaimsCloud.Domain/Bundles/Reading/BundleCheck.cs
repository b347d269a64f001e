using ClaimsCloud.Domain.Bundles.Reading.Tables;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>The rules that a bundle must keep before its claims can be built, whether it came from a file or was typed in.</summary>
public static class BundleCheck {
    /// <summary>Everything that is wrong with the rows of a bundle.</summary>
    public static IReadOnlyList<BundleFinding> Run(MonthBundle bundle) {
        var findings = new BundleFindings();
        Inspect([.. BundleTables.RowsOf(bundle)], "", findings);
        return findings.All;
    }

    /// <param name="stationCode">The station that the bundle must be of; empty: any.</param>
    internal static void Inspect(IReadOnlyList<BundleRow> rows, string stationCode, BundleFindings findings) {
        InspectCells(rows, rows, findings);
        foreach (var check in BundleRules.RowsChecks(stationCode)) check.Inspect(rows, findings);
        if (findings.Refused) {
            findings.Add(FileRules.NotChecked, Verdict.NotChecked, "", BundlePlace.Whole, "訪問や期間の点検をしていません。");
            return;
        }
        foreach (var patient in findings.RefusedPatients.Order(StringComparer.Ordinal))
            findings.Add(FileRules.NotChecked, Verdict.NotChecked, patient, BundlePlace.Row(PatientTables.Patients.Name, patient), "この利用者の訪問や期間の点検をしていません。");
        var taken = rows.Where(r => !findings.RefusedPatients.Contains(r.Patient)).ToList();
        var (bundle, report) = (BundleTables.ToBundle(taken), new BundleReport(taken, findings));
        foreach (var check in BundleRules.BundleChecks) check.Inspect(bundle, report);
    }

    /// <summary>What is wrong with the values of one row, and with its place among the others.</summary>
    internal static IEnumerable<BundleFinding> OfRow(IReadOnlyList<BundleRow> rows, BundleRow row, string stationCode) {
        var findings = new BundleFindings();
        InspectCells(rows, [row], findings);
        foreach (var check in BundleRules.RowsChecks(stationCode)) check.Inspect(rows, findings);
        return findings.All.Where(f => f.Place.Table == row.Table.Name && f.Place.Key == row.Key);
    }

    private static void InspectCells(IReadOnlyList<BundleRow> rows, IReadOnlyList<BundleRow> inspected, BundleFindings findings) {
        var month = rows.Where(r => r.Table == StationTables.Month).Select(r => CellText.Month(r["month"])).FirstOrDefault();
        var checks = BundleRules.CellChecks(month is { } known ? ClaimSpec.For(known) : null);
        foreach (var row in inspected)
            for (var i = 0; i < row.Cells.Count; i++) {
                var cell = new BundleCell(row, i);
                foreach (var check in checks)
                    if (check.AppliesTo(cell)) check.Inspect(cell, findings);
            }
    }
}
