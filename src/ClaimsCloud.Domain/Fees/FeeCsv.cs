using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fees;

/// <summary>A line of <c>fees.csv</c>, both ways. The columns are explained in <c>Data/fees/2024-06/SOURCE.md</c>.</summary>
internal static class FeeCsv {
    public const string Header = "code,family,care,staff,companion,case,week_day,building,month_day,residents,minutes,visits,number,role,section,branch,item,kind,amount,"
        + "age_from,age_below,staff_codes,visit_count,instructions,stands_alone,addon_group,facility_group,facility,limits,display,marks,review,observation,"
        + "valid_from,valid_to,amount_certainty,rule_certainty,name";

    public static Fee Read(DataRow row) {
        var from = Day(row["valid_from"]);
        return new() {
            Code = row["code"], Name = row["name"], Conditions = row["family"].Length == 0 ? null : FeeConditions.From(row), Role = Words.Read<FeeRole>(row["role"]),
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

    public static string Write(Fee fee) {
        var c = fee.Conditions;
        string?[] cells = [
            fee.Code, Word(c?.Family), c is null ? "" : string.Join(' ', c.Care.Select(Words.Write)), Word(c?.Staff), Word(c?.Companion), Word(c?.Case),
            $"{c?.WeekDay}", $"{c?.BuildingUsers}", $"{c?.MonthDay}", $"{c?.Residents}", $"{c?.Minutes}", $"{c?.Visits}", $"{c?.Number}", Words.Write(fee.Role),
            fee.Section, fee.Branch, fee.Item, Words.Write(fee.AmountKind), string.Join(' ', fee.Amounts.Select(a => a.From == fee.ValidFrom ? $"{a.Value}" : $"{a.Value}@{Day(a.From)}")),
            $"{fee.AgeFrom}", $"{fee.AgeBelow}", string.Join(' ', fee.StaffCodes), $"{(int)fee.VisitCount}", string.Join(' ', fee.InstructionKinds), fee.StandsAlone ? "yes" : "",
            fee.AddOnGroup, fee.FacilityGroup, string.Join(' ', fee.FacilityStandards), string.Join(' ', fee.Limits.Select(l => $"{Words.Write(l.Unit)}:{l.Max}")),
            $"{fee.Display.Area}-{fee.Display.Item}-{fee.Display.Order}", fee.Marks, fee.ReviewClass, fee.MedicalObservation ? "yes" : "",
            Day(fee.ValidFrom), fee.ValidTo == DateOnly.MaxValue ? "" : Day(fee.ValidTo), Words.Write(fee.AmountCertainty), Words.Write(fee.RuleCertainty), fee.Name,
        ];
        return string.Join(',', cells);
    }

    /// <summary><c>1050</c> from the first day of the code, <c>2100@20270601</c> from a later day.</summary>
    private static FeeAmount Amount(string text, DateOnly from) =>
        text.Split('@') is [var value, var day] ? new(Day(day), int.Parse(value)) : new(from, int.Parse(text));

    private static FeeLimit Limit(string text) =>
        text.Split(':') is [var unit, var max] ? new(Words.Read<LimitUnit>(unit), int.Parse(max)) : throw new InvalidOperationException($"'{text}' is no limit");

    private static DisplayPlace Display(string text) =>
        text.Split('-') is [var area, var item, var order] ? new(area, item, order) : throw new InvalidOperationException($"'{text}' is no place in print");

    private static DateOnly Day(string yyyymmdd) => DateOnly.ParseExact(yyyymmdd, "yyyyMMdd");

    private static string Day(DateOnly day) => $"{day:yyyyMMdd}";

    private static string Word<T>(T? value) where T : struct, Enum => value is { } known ? Words.Write(known) : "";

    private static string? Optional(string text) => text.Length == 0 ? null : text;
}
