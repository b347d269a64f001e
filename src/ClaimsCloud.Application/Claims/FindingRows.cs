using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Application.Claims;

/// <summary>Findings in the words of the wire.</summary>
internal static class FindingRows {
    public static FindingRow Of(Finding finding) => new(finding.Code, Word(finding.Severity), Word(finding.Verdict), finding.Place.Claim, finding.Place.Record,
        finding.Place.Line, finding.Place.Offset, finding.Place.Field, finding.Message, finding.Fix, finding.Source);

    public static string Word(Severity severity) => severity switch {
        Severity.FileRefused => "file-refused",
        Severity.ClaimRefused => "claim-refused",
        Severity.LikelyReturn => "likely-return",
        Severity.Query => "query",
        _ => "hint",
    };

    private static string Word(Verdict verdict) => verdict switch {
        Verdict.Overridden => "overridden",
        Verdict.NotChecked => "not-checked",
        _ => "fail",
    };
}
