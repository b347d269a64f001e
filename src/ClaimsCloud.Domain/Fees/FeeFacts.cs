using System.Runtime.InteropServices;

namespace ClaimsCloud.Domain.Fees;

/// <summary>Under which law and kind of order the visit runs.</summary>
public enum CareKind {
    General,
    /// <summary>精神科訪問看護.</summary>
    Psychiatric,
    /// <summary>医療観察法.</summary>
    Observation,
}

/// <summary>Who made the visit, as the base fees tell staff apart.</summary>
public enum StaffClass {
    /// <summary>保健師, 助産師 (general care only) or 看護師.</summary>
    Nurse,
    /// <summary>准看護師.</summary>
    AssistantNurse,
    /// <summary>理学療法士, 作業療法士 or 言語聴覚士 in general care.</summary>
    Therapist,
    /// <summary>作業療法士 in psychiatric care and 医療観察.</summary>
    OccupationalTherapist,
}

/// <summary>Who came along (複数名).</summary>
public enum Companion {
    /// <summary>看護師等 (general care), 保健師・看護師・作業療法士 (psychiatric care).</summary>
    Nurse,
    /// <summary>准看護師.</summary>
    AssistantNurse,
    /// <summary>その他職員 (general care), 看護補助者・精神保健福祉士 (psychiatric care).</summary>
    Other,
}

/// <summary>Whether the patient is one for whom the notice sets a higher fee (別に厚生労働大臣が定める者・場合).</summary>
public enum FeeCase { Ordinary, Designated }

/// <summary>The facts of one visit day or month that decide the code. What is not known stays null: a fee that asks for it then does not fit.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FeeFacts(FeeFamily Family) {
    public CareKind? Care { get; init; }
    public StaffClass? Staff { get; init; }
    public Companion? Companion { get; init; }
    public FeeCase? Case { get; init; }

    /// <summary>This is the nth day with a base fee in the calendar week (Sunday to Saturday), from 1.</summary>
    public int? WeekDay { get; init; }

    /// <summary>同一建物: users of the station in the building that day, this one included.</summary>
    public int? BuildingUsers { get; init; }

    /// <summary>This is the nth day in the month that counts for the fee, from 1; which days count differs by family.</summary>
    public int? MonthDay { get; init; }

    /// <summary>単一建物居住利用者: users living in the building with a 管理療養費 or 包括型 in the month, this one included.</summary>
    public int? Residents { get; init; }

    public int? Minutes { get; init; }

    /// <summary>Visits of the day, from 1.</summary>
    public int? Visits { get; init; }

    /// <summary>The official number of the subdivision (１, ２ …; イ = 1, ロ = 2), as the family says.</summary>
    public int? Number { get; init; }
}
