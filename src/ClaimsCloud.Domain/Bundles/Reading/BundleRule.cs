using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>A rule about bundles. Texts are Japanese.</summary>
/// <param name="Code">Rule id, never reused.</param>
/// <param name="Severity">
/// <see cref="Severity.FileRefused"/>: nothing of the bundle is taken. <see cref="Severity.ClaimRefused"/>: the patient is not taken, or nothing when the row is
/// no patient's. Less: the data is taken, and a person must look at it.
/// </param>
/// <param name="Title">What is wrong when it fires, in a few words.</param>
public sealed record BundleRule(string Code, Severity Severity, string Title, string Fix) {
    /// <summary>Document and place the rule comes from.</summary>
    public string Source { get; init; } = "月次の記録一式の形（month-bundle.md）";
}
