using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fees;

/// <summary>The schedules the product carries: <c>Data/fees/RELEASE</c>.</summary>
internal static class BuiltInFees {
    public static FeeSchedule Load(string release, ServiceMonth first, ServiceMonth last) {
        var folder = $"fees/{release}";
        return new(release, first, last, DataFile.Rows($"{folder}/fees.csv").Select(FeeCsv.Read), DataFile.Rows($"{folder}/addons.csv").SelectMany(AddOn.From),
            fees => ExclusionRules.Expand(fees, folder),
            DataFile.Rows($"{folder}/abolished.csv").ToDictionary(r => r["code"], IReadOnlyList<string> (r) => Words.Split(r["successors"])));
    }
}
