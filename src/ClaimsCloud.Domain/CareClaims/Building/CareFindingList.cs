using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>What there is to say about one patient's care month.</summary>
internal sealed class CareFindingList(string patient) {
    private readonly List<BundleFinding> _all = [];

    public IReadOnlyList<BundleFinding> All => _all;

    public bool KeepsBack { get; private set; }

    /// <summary>The same word about the same place is told once.</summary>
    public void Add(BundleRule rule, BundlePlace place, string message) {
        KeepsBack |= rule.Severity <= Severity.ClaimRefused;
        if (!_all.Exists(f => f.Code == rule.Code && f.Place == place && f.Message == message)) _all.Add(new(rule.Code, rule.Severity, Verdict.Fail, patient, place, message, rule.Fix, rule.Source));
    }

    /// <summary>Told once a patient, however many claims rest on it.</summary>
    public void Doubt(BundleRule rule, string message) {
        if (!_all.Exists(f => f.Code == rule.Code && f.Message == message))
            _all.Add(new(rule.Code, rule.Severity, Verdict.NotChecked, patient, BundlePlace.Row("patients", patient), message, rule.Fix, rule.Source));
    }
}
