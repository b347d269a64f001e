using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fees;

/// <summary>併算定背反 in the short form of our own: classes of codes, and what a class does to another. The official table is its expansion.</summary>
internal static class ExclusionRules {
    public static IEnumerable<(string Code, FeeExclusion Exclusion)> Expand(IReadOnlyList<Fee> fees, string folder) {
        var classes = DataFile.Rows($"{folder}/exclusion_classes.csv")
            .ToLookup(r => r["class"], r => (Family: Words.Read<FeeFamily>(r["family"]), Care: Words.ReadOptional<CareKind>(r["care"]), Number: r.OptionalNumber("number")));
        IReadOnlyList<Fee> Members(string name) => [.. fees.Where(f => f.Conditions is { } c
            && classes[name].Any(m => m.Family == c.Family && (m.Care is not { } care || c.Care.Contains(care)) && (m.Number is null || m.Number == c.Number)))];

        foreach (var row in DataFile.Rows($"{folder}/exclusions.csv")) {
            var (givens, others) = (Members(row["given"]), Members(row["other"]));
            var effect = Words.Read<ExclusionEffect>(row["effect"]);
            var unit = Words.Read<ExclusionUnit>(row["unit"]);
            var certainty = Words.Read<Certainty>(row["certainty"]);
            foreach (var given in givens)
                foreach (var other in others) {
                    if (given == other || (row["except"] == "nurse-therapist-twins" && Twins(given.Conditions!, other.Conditions!))) continue;
                    yield return (given.Code, new(other.Code, effect, unit, ExclusionCondition.Always, certainty));
                    if (row["given"] != row["other"])
                        yield return (other.Code, new(given.Code, Mirror(effect), unit, ExclusionCondition.Always, certainty));
                }
        }
    }

    /// <summary>The official table leaves out the pairs of a nurse's and an occupational therapist's psychiatric visit that are the same in all else.</summary>
    private static bool Twins(FeeConditions a, FeeConditions b) =>
        a.Staff is StaffClass.Nurse or StaffClass.OccupationalTherapist && b.Staff is StaffClass.Nurse or StaffClass.OccupationalTherapist
        && (a with { Staff = b.Staff, Care = b.Care }) == b;

    private static ExclusionEffect Mirror(ExclusionEffect effect) => effect switch {
        ExclusionEffect.OtherFalls => ExclusionEffect.OtherStands,
        ExclusionEffect.OtherStands => ExclusionEffect.OtherFalls,
        _ => effect,
    };
}
