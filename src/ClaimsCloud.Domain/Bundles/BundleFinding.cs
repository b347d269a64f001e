using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles;

/// <summary>Where in a bundle: the table by its name in <see cref="MonthBundle"/>, the row by its key, the field by its name; empty = the whole.</summary>
public readonly record struct BundlePlace(string Table, string Key, string Field) {
    /// <summary>Line of the file that the row begins on, from 1 (the header of a CSV table is line 1); null when the bundle did not come from a file.</summary>
    public int? Line { get; init; }

    public static readonly BundlePlace Whole = new("", "", "");

    public static BundlePlace Row(string table, string key) => new(table, key, "");
}

/// <summary>One thing to say about a bundle or a claim built from it. Texts are Japanese, for the person who must act.</summary>
/// <param name="Code">Rule id, never reused.</param>
/// <param name="Severity">In the payer's terms; <see cref="Severity.ClaimRefused"/> and worse keep the patient's claims back.</param>
/// <param name="Verdict"><see cref="Verdict.NotChecked"/> where the data that decides is missing or a table row is in doubt.</param>
/// <param name="Patient">Key of the patient that it concerns; empty: the station or the bundle.</param>
/// <param name="Fix">What to do about it.</param>
/// <param name="Source">The document and place the rule comes from.</param>
public sealed record BundleFinding(string Code, Severity Severity, Verdict Verdict, string Patient, BundlePlace Place, string Message, string Fix, string Source) {
    /// <summary>True when the claims of the patient must not leave.</summary>
    public bool KeepsBack => Verdict == Verdict.Fail && Severity <= Severity.ClaimRefused;
}
