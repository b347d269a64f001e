using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>What the calculator has to say about one patient, each thing once.</summary>
internal sealed class CalculationFindings(string patient) {
    /// <summary>Null while nothing was found, as with most patients.</summary>
    private List<BundleFinding>? _found;
    private HashSet<(string, BundlePlace, string)>? _seen;

    public IReadOnlyList<BundleFinding> All => _found ?? [];

    /// <summary>True when the patient's claims must not leave.</summary>
    public bool Refused { get; private set; }

    /// <summary>The data cannot make a claim.</summary>
    public void Refuse(string code, BundlePlace place, string message, string fix, string source) =>
        Add(code, Severity.ClaimRefused, Verdict.Fail, place, message, fix, source);

    /// <summary>Billed or left out by the rule, but a person should look.</summary>
    public void Ask(string code, BundlePlace place, string message, string fix, string source) =>
        Add(code, Severity.Query, Verdict.Fail, place, message, fix, source);

    /// <summary>Missed revenue: the conditions hold and something outside them is missing.</summary>
    public void Hint(string code, BundlePlace place, string message, string fix, string source) =>
        Add(code, Severity.Hint, Verdict.Fail, place, message, fix, source);

    /// <summary>What decides is not known.</summary>
    public void NotChecked(string code, BundlePlace place, string message, string fix, string source) =>
        Add(code, Severity.Query, Verdict.NotChecked, place, message, fix, source);

    /// <summary>What decides is not known and the claim would be a guess without it.</summary>
    public void RefuseNotChecked(string code, BundlePlace place, string message, string fix, string source) =>
        Add(code, Severity.ClaimRefused, Verdict.NotChecked, place, message, fix, source);

    private void Add(string code, Severity severity, Verdict verdict, BundlePlace place, string message, string fix, string source) {
        Refused |= severity <= Severity.ClaimRefused;
        if ((_seen ??= []).Add((code, place, message))) (_found ??= []).Add(new(code, severity, verdict, patient, place, message, fix, source));
    }
}
