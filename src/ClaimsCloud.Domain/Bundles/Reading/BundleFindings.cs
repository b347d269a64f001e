using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>Collects what there is to say about one bundle, and who is refused for it.</summary>
internal sealed class BundleFindings {
    /// <summary>More than anybody reads, and few enough to hold and to send.</summary>
    private const int Most = 5_000;
    private readonly List<BundleFinding> _found = [];
    private readonly HashSet<string> _refusedPatients = [];

    public IReadOnlyList<BundleFinding> All => _found;

    /// <summary>Keys of the patients that cannot be taken.</summary>
    public IReadOnlySet<string> RefusedPatients => _refusedPatients;

    /// <summary>True when nothing can be taken.</summary>
    public bool Refused { get; private set; }

    public void Add(BundleRule rule, string message) => Add(rule, Verdict.Fail, "", BundlePlace.Whole, message);

    public void Add(BundleRule rule, BundlePlace place, string message) => Add(rule, Verdict.Fail, "", place, message);

    public void Add(BundleRule rule, BundleRow row, BundleColumn? column, string message) => Add(rule, Verdict.Fail, row.Patient, row.Place(column), message);

    public void Add(BundleRule rule, Verdict verdict, string patient, BundlePlace place, string message) {
        var severity = rule.Severity == Severity.ClaimRefused && patient.Length == 0 ? Severity.FileRefused : rule.Severity;
        var finding = new BundleFinding(rule.Code, severity, verdict, patient, place, message, rule.Fix, rule.Source);
        Keep(finding);
        if (!finding.KeepsBack) return;
        if (severity == Severity.FileRefused) Refused = true;
        else _refusedPatients.Add(patient);
    }

    /// <summary>Who is refused is known of every finding; only the list ends.</summary>
    private void Keep(BundleFinding finding) {
        if (_found.Count < Most) _found.Add(finding);
        else if (_found.Count == Most) {
            var (rule, message) = (FileRules.TooMany, $"指摘が{Most:N0}件を超えたため、残りを省きました。");
            _found.Add(new(rule.Code, rule.Severity, Verdict.NotChecked, "", BundlePlace.Whole, message, rule.Fix, rule.Source));
        }
    }
}
