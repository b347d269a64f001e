using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>One interface by the prefix of its file names.</summary>
/// <param name="Family">Null while the layout is not known: such files are kept and named, never interpreted.</param>
/// <param name="Prefix">What file names begin with, before the two digits of the step.</param>
/// <param name="Steps">1: request and answer. 2: the first answer gives a 受付番号, the second request fetches by it.</param>
/// <param name="Confidence">A: two or more independent sources, B: one.</param>
/// <param name="Unknown">What nobody could tell us yet, in Japanese; empty when nothing.</param>
public sealed record OqsInterface(OqsFamily? Family, string Prefix, int Steps, string Japanese, string Confidence, string Unknown) {
    /// <summary>All interfaces that are known by name.</summary>
    public static IReadOnlyList<OqsInterface> All { get; } = [.. DataFile.Rows("oqs/interfaces.csv").Select(r => new OqsInterface(
        r["family"].Length == 0 ? null : Enum.Parse<OqsFamily>(r["family"]), r["prefix"], r.Number("steps"), r["japanese"], r["confidence"], r["unknown"]))];

    public static OqsInterface Of(OqsFamily family) => All.First(i => i.Family == family);

    /// <summary>Null for a prefix that nobody mentioned.</summary>
    public static OqsInterface? Find(string prefix) => All.FirstOrDefault(i => i.Prefix == prefix);
}
