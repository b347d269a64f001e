using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fees;

/// <summary>The schedules the product carries: <c>Data/fees/RELEASE</c>, columns explained in its SOURCE.md.</summary>
internal static class BuiltInFees {
    public static FeeSchedule Load(string release, ServiceMonth first, ServiceMonth last) {
        var folder = $"fees/{release}";
        return new(release, first, last, DataFile.Rows($"{folder}/fees.csv").Select(Fee), DataFile.Rows($"{folder}/addons.csv").SelectMany(AddOns),
            fees => ExclusionRules.Expand(fees, folder),
            DataFile.Rows($"{folder}/abolished.csv").ToDictionary(r => r["code"], IReadOnlyList<string> (r) => Words.Split(r["successors"])));
    }

    private static Fee Fee(DataRow row) {
        var from = Day(row["valid_from"]);
        return new() {
            Code = row["code"], Name = row["name"], Conditions = FeeConditions.From(row), Role = Words.Read<FeeRole>(row["role"]),
            Section = row["section"], Branch = row["branch"], Item = row["item"],
            AmountKind = Words.Read<FeeAmountKind>(row["kind"]), Amounts = [.. Words.Split(row["amount"]).Select(a => Amount(a, from))],
            AgeFrom = row.OptionalNumber("age_from"), AgeBelow = row.OptionalNumber("age_below"), StaffCodes = Words.Split(row["staff_codes"]),
            VisitCount = (VisitCountClass)row.Number("visit_count"),
            InstructionKinds = Words.Split(row["instructions"]), StandsAlone = row["stands_alone"] == "yes",
            AddOnGroup = Optional(row["addon_group"]), FacilityGroup = Optional(row["facility_group"]), FacilityStandards = Words.Split(row["facility"]),
            Limits = [.. Words.Split(row["limits"]).Select(Limit)], Display = Display(row["display"]), Marks = row["marks"], ReviewClass = row["review"],
            MedicalObservation = row["observation"] == "yes", ValidFrom = from,
            ValidTo = row["valid_to"].Length == 0 ? DateOnly.MaxValue : Day(row["valid_to"]),
            AmountCertainty = Words.Read<Certainty>(row["amount_certainty"]), RuleCertainty = Words.Read<Certainty>(row["rule_certainty"]),
        };
    }

    /// <summary><c>1050</c> from the first day of the code, <c>2100@20270601</c> from a later day.</summary>
    private static FeeAmount Amount(string text, DateOnly from) =>
        text.Split('@') is [var value, var day] ? new(Day(day), int.Parse(value)) : new(from, int.Parse(text));

    private static FeeLimit Limit(string text) =>
        text.Split(':') is [var unit, var max] ? new(Words.Read<LimitUnit>(unit), int.Parse(max)) : throw new InvalidOperationException($"'{text}' is no limit");

    private static DisplayPlace Display(string text) =>
        text.Split('-') is [var area, var item, var order] ? new(area, item, order) : throw new InvalidOperationException($"'{text}' is no place in print");

    private static IEnumerable<(string, AddOn)> AddOns(DataRow row) =>
        Words.Split(row["codes"]).Select(code => (row["group"], new AddOn(code, row["alternative"], Words.Read<Certainty>(row["certainty"]))));

    private static DateOnly Day(string yyyymmdd) => DateOnly.ParseExact(yyyymmdd, "yyyyMMdd");

    private static string? Optional(string text) => text.Length == 0 ? null : text;
}
