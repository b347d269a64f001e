using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>A person's word that a finding is all right for a patient.</summary>
/// <param name="ChartNumber">訪問看護記録番号等 (RE item 14) of the patient.</param>
/// <param name="Who">Who decided.</param>
/// <param name="Why">Reason in her own words.</param>
/// <param name="Until">Last service month it holds for.</param>
public sealed record FindingOverride(string Code, string ChartNumber, string Who, string Why, ServiceMonth Until);

/// <summary>
/// Turns failed findings that a person took on herself into overridden ones. What the payer's machine refuses (受付不能) cannot be overridden: it would
/// only come back.
/// </summary>
public sealed class FindingOverrides(IEnumerable<FindingOverride> overrides) {
    private readonly ILookup<(string, string), FindingOverride> _overrides = overrides.ToLookup(o => (o.Code, o.ChartNumber));

    public static FindingOverrides None { get; } = new([]);

    public bool IsEmpty => _overrides.Count == 0;

    /// <param name="chartNumber">Of the claim; null for a claim without one, which nothing can be overridden for.</param>
    /// <param name="month">Service month of the claim; null when it has none that can be read.</param>
    public Finding Apply(Finding finding, string? chartNumber, ServiceMonth? month) {
        if (chartNumber is null || month is not { } of || finding.Verdict != Verdict.Fail || finding.Severity <= Severity.ClaimRefused) return finding;
        var taken = _overrides[(finding.Code, chartNumber)].FirstOrDefault(o => of <= o.Until);
        return taken is null ? finding : finding with { Verdict = Verdict.Overridden, Override = taken };
    }
}
