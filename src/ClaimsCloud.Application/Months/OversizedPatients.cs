using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Application.Months;

/// <summary>A patient whose rows do not fit into one document of the store is refused as any other wrong data is: thousands of visits in a month are a mistake in the file.</summary>
internal static class OversizedPatients {
    public static BundleReading Refuse(BundleReading reading) {
        if (reading.Bundle is not { } bundle) return reading;
        var rows = BundleRows.Of(bundle).ToList();
        var tooLarge = rows.GroupBy(r => r.Patient).Where(g => !SheetRoom.Fits(Sheet.Of(bundle.Month.ToString(), g.Key, 1, g))).Select(g => g.Key).ToHashSet();
        if (tooLarge.Count == 0) return reading;
        BundleFinding[] findings = [.. reading.Findings, .. tooLarge.Order(StringComparer.Ordinal).Select(Finding)];
        return tooLarge.Contains("") ? new(null, [], findings)
            : new(BundleRows.ToBundle(rows.Where(r => !tooLarge.Contains(r.Patient))), [.. reading.RefusedPatients.Concat(tooLarge).Order(StringComparer.Ordinal)], findings);
    }

    private static BundleFinding Finding(string patient) => new("too-many-rows", patient.Length == 0 ? Severity.FileRefused : Severity.ClaimRefused, Verdict.Fail, patient,
        BundlePlace.Row(patient.Length == 0 ? "station" : Sheet.PatientTable, patient), patient.Length == 0 ? "ステーションの記録の行が多すぎます。" : "この利用者の記録の行が多すぎます。",
        "同じ行が繰り返されていないか確かめてください。", "月次の記録一式の形（month-bundle.md）");
}
