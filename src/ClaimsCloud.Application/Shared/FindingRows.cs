using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims;

namespace ClaimsCloud.Application.Shared;

/// <summary>Findings in the words of the wire.</summary>
internal static class FindingRows {
    /// <param name="claim">That it is in; null outside claims.</param>
    public static FindingRow Of(Finding finding, ClaimHeading? claim = null, RecordTrace? trace = null) => new(finding.Code, finding.Severity.Name(), finding.Verdict.Name(), finding.Place.Claim, finding.Place.Record,
        finding.Place.Line, finding.Place.Offset, finding.Place.Field, finding.Message, finding.Fix, finding.Source) {
        PatientName = claim?.PatientName, Trace = trace,
        Override = finding.Override is { } o ? new(o.Code, o.ChartNumber, claim?.PatientName ?? "", o.Who, o.Why, o.Until.ToString(), default) : null,
    };
}
