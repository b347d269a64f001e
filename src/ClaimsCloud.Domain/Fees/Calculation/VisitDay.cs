using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>What the base of a day is.</summary>
internal enum DayBase {
    /// <summary>Nothing is billed for the visits of the day.</summary>
    None,
    /// <summary>基本・精神科・医療観察.</summary>
    Ordinary,
    /// <summary>ハ.</summary>
    Specialist,
    /// <summary>外泊中.</summary>
    Leave,
    /// <summary>包括型.</summary>
    Inclusive,
    /// <summary>Another station made the planned visit: the emergency add-on stands alone.</summary>
    EmergencyAlone,
}

/// <summary>複数名: who came along, how often, and the visits.</summary>
/// <param name="Case">Ordinary (ハ) or designated (ニ); null where the fee does not tell them apart.</param>
/// <param name="Count">Such visits of the day, 1–3 (three or more), 1 where the fee does not count them.</param>
internal sealed record TwoStaffDay(Companion Companion, FeeCase? Case, IReadOnlyList<DayVisit> Visits, int Count);

/// <summary>One patient's day: the visits that one base fee pays for and all that decides its fees. Numbers count days in the order of the calendar.</summary>
internal sealed class VisitDay(DateOnly date, CareKind care, DayBase dayBase, List<DayVisit> visits) {
    public DateOnly Date => date;
    public CareKind Care => care;
    public DayBase Base { get; set; } = dayBase;

    /// <summary>By their start.</summary>
    public List<DayVisit> Visits => visits;

    /// <summary>What counts as one building; empty: a house of its own.</summary>
    public required string Building { get; init; }
    public required StaffClass? Staff { get; init; }

    /// <summary>指示区分 01, 03 or 05.</summary>
    public required string Instruction { get; init; }

    /// <summary>指示区分 02, 04 or 06 if such an instruction covers the day; else empty.</summary>
    public required string SpecialInstruction { get; init; }

    /// <summary>Longest visit, for 包括型 the sum.</summary>
    public required int Minutes { get; init; }

    /// <summary>This is the nth day with a base fee in its week, from 1.</summary>
    public int WeekDay { get; set; }

    /// <summary>This is the nth day of the month with an ordinary base fee.</summary>
    public int MonthDay { get; set; }

    /// <summary>The nth day of the month with this add-on or, for several visits, 包括型; 0: no such add-on.</summary>
    public int EmergencyDay { get; set; }
    public int MultipleDay { get; set; }
    public int NightDay { get; set; }
    public int LateNightDay { get; set; }

    public FeeCase? LongVisit { get; set; }
    public TwoStaffDay? TwoStaff { get; set; }

    public bool HasSpecialInstruction => SpecialInstruction.Length > 0;
    public int VisitCount => Math.Min(visits.Count, 3);
    public DayVisit First => visits[0];
    public DayVisit? Emergency => visits.Find(v => v.IsEmergency);
    public DayVisit? Night => visits.Find(v => v.IsNight && v.HourIsThePatients);
    public DayVisit? LateNight => visits.Find(v => v.IsLateNight && v.HourIsThePatients);
    public IReadOnlyList<string> Keys { get; } = visits.Count == 1 ? visits[0].Keys : [.. visits.SelectMany(v => v.Keys)];

    /// <summary>A base fee that counts in the week, in the building and for 訪問看護管理療養費.</summary>
    public bool IsOrdinary => Base == DayBase.Ordinary;
}
