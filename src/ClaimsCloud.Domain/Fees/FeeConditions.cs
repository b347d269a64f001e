using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fees;

/// <summary>What a code asks of the facts. A null condition fits everything, known or not; any other asks for a known value.</summary>
/// <param name="Care">Empty for no condition.</param>
public sealed record FeeConditions(FeeFamily Family, IReadOnlyList<CareKind> Care, StaffClass? Staff, Companion? Companion, FeeCase? Case,
    Bounds? WeekDay, Bounds? BuildingUsers, Bounds? MonthDay, Bounds? Residents, Bounds? Minutes, Bounds? Visits, int? Number) {
    /// <summary><see cref="Care"/> as bits; 0 for no condition.</summary>
    private readonly int _care = Care.Aggregate(0, (set, care) => set | 1 << (int)care);

    public bool Fit(in FeeFacts facts) =>
        facts.Family == Family
        && (_care == 0 || (facts.Care is { } care && IsFor(care)))
        && (Staff is null || Staff == facts.Staff)
        && (Companion is null || Companion == facts.Companion)
        && (Case is null || Case == facts.Case)
        && (Number is null || Number == facts.Number)
        && Fits(WeekDay, facts.WeekDay) && Fits(BuildingUsers, facts.BuildingUsers) && Fits(MonthDay, facts.MonthDay)
        && Fits(Residents, facts.Residents) && Fits(Minutes, facts.Minutes) && Fits(Visits, facts.Visits);

    /// <summary>True when the code may be billed under that law and order.</summary>
    public bool IsFor(CareKind care) => _care == 0 || (_care & 1 << (int)care) != 0;

    /// <summary>True when some facts fit both.</summary>
    public bool Overlap(FeeConditions other) =>
        Family == other.Family
        && (Care.Count == 0 || other.Care.Count == 0 || Care.Intersect(other.Care).Any())
        && Agree(Staff, other.Staff) && Agree(Companion, other.Companion) && Agree(Case, other.Case) && Agree(Number, other.Number)
        && Meet(WeekDay, other.WeekDay) && Meet(BuildingUsers, other.BuildingUsers) && Meet(MonthDay, other.MonthDay)
        && Meet(Residents, other.Residents) && Meet(Minutes, other.Minutes) && Meet(Visits, other.Visits);

    internal static FeeConditions From(DataRow row) => new(Words.Read<FeeFamily>(row["family"]), Words.ReadList<CareKind>(row["care"]),
        Words.ReadOptional<StaffClass>(row["staff"]), Words.ReadOptional<Companion>(row["companion"]), Words.ReadOptional<FeeCase>(row["case"]),
        Bounds.Read(row, "week_day"), Bounds.Read(row, "building"), Bounds.Read(row, "month_day"), Bounds.Read(row, "residents"),
        Bounds.Read(row, "minutes"), Bounds.Read(row, "visits"), row.OptionalNumber("number"));

    private static bool Fits(Bounds? asked, int? fact) => asked is not { } bounds || (fact is { } value && bounds.Contains(value));

    private static bool Agree<T>(T? a, T? b) where T : struct => a is null || b is null || a.Equals(b);

    private static bool Meet(Bounds? a, Bounds? b) => (a ?? Bounds.Any).Overlaps(b ?? Bounds.Any);
}
