namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>What reading a file came to.</summary>
/// <param name="Bundle">The rows of the station and of every patient who is not refused; null when the file is refused as a whole.</param>
/// <param name="RefusedPatients">Keys of the patients of whom nothing is in <paramref name="Bundle"/>, in ordinal order.</param>
/// <param name="Findings">Everything there is to say, in the order of the file.</param>
public sealed record BundleReading(MonthBundle? Bundle, IReadOnlyList<string> RefusedPatients, IReadOnlyList<BundleFinding> Findings);
