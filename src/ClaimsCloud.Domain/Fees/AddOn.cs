using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fees;

/// <summary>基本・基本加算対応: an add-on that the base fees of a group may carry.</summary>
/// <param name="Alternative">加算識別, two digits: codes of a group with the same one are alternatives, at most one of them on a unit.</param>
public sealed record AddOn(string Code, string Alternative, Certainty Certainty) {
    /// <summary>One line holds all codes of a group and alternative.</summary>
    internal static IEnumerable<(string Group, AddOn AddOn)> From(DataRow row) =>
        Words.Split(row["codes"]).Select(code => (row["group"], new AddOn(code, row["alternative"], Words.Read<Certainty>(row["certainty"]))));
}
