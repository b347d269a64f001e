using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Application.Claims;

/// <summary>Findings in the words of the wire.</summary>
internal static class FindingRows {
    public static FindingRow Of(Finding finding) => new(finding.Code, finding.Severity.Name(), finding.Verdict.Name(), finding.Place.Claim, finding.Place.Record,
        finding.Place.Line, finding.Place.Offset, finding.Place.Field, finding.Message, finding.Fix, finding.Source);
}
