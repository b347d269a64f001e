using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Application.Months;

/// <summary>Findings about a month's rows in the words of the wire.</summary>
internal static class MonthFindings {
    /// <param name="nameOf">Name of a patient by key; null where it is not known.</param>
    public static MonthFindingRow Row(BundleFinding finding, Func<string, string?> nameOf) {
        var table = BundleTables.Find(finding.Place.Table ?? "");
        var field = table?.Columns.FirstOrDefault(c => c.Name == finding.Place.Field);
        return new(finding.Code, finding.Severity.Name(), finding.Verdict.Name(), OrNull(finding.Patient), finding.Patient.Length == 0 ? null : nameOf(finding.Patient),
            table?.Name, table?.Japanese, OrNull(finding.Place.Key), field?.Name, field?.Japanese, finding.Place.Line, finding.Message, finding.Fix, finding.KeepsBack);
    }

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
