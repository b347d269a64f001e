namespace ClaimsCloud.Domain.Bundles;

/// <summary>What kind of visit it was: it decides the fee family.</summary>
public enum VisitKind {
    /// <summary>訪問看護 (基本療養費).</summary>
    Nursing,
    /// <summary>精神科訪問看護.</summary>
    Psychiatric,
    /// <summary>専門の研修を受けた看護師 together with another station's or institution's nurse (ハ).</summary>
    SpecialistJoint,
    /// <summary>外泊中の訪問看護 (Ⅲ).</summary>
    OvernightLeave,
    /// <summary>外泊中の精神科訪問看護 (Ⅳ).</summary>
    PsychiatricOvernightLeave,
    /// <summary>医療観察訪問看護.</summary>
    MedicalObservation,
    /// <summary>外泊中の医療観察訪問看護 (from 2026-06).</summary>
    MedicalObservationLeave,
    /// <summary>包括型訪問看護 (from 2026-06).</summary>
    InclusiveCare,
}

/// <summary>Why several staff went (複数名訪問看護加算).</summary>
public enum CompanionReason {
    None,
    /// <summary>別表7, 別表8 or 特別指示 and the like.</summary>
    Illness,
    /// <summary>暴力行為、著しい迷惑行為、器物破損行為等.</summary>
    Violence,
    /// <summary>身体的理由.</summary>
    Physical,
    /// <summary>その他利用者の状況等から判断して準ずる.</summary>
    Similar,
}

/// <summary>Who pays for a visit.</summary>
public enum VisitPayer {
    /// <summary>医療保険・公費: becomes a claim line.</summary>
    Medical,
    /// <summary>介護保険.</summary>
    Care,
    /// <summary>自費 or nobody.</summary>
    Private,
}

/// <summary>One visit. Actual times, to the minute.</summary>
public sealed record Visit {
    public required string Key { get; init; }
    public required string Patient { get; init; }
    public required DateOnly Date { get; init; }
    public required TimeOnly Start { get; init; }
    public required TimeOnly End { get; init; }

    /// <summary>Day of <see cref="End"/> for a visit over midnight; null: the same day.</summary>
    public DateOnly? EndDate { get; init; }
    public VisitKind Kind { get; init; }
    public VisitPayer Payer { get; init; }

    /// <summary>主として訪問した者: key of a <see cref="StaffMember"/>.</summary>
    public required string Staff { get; init; }

    /// <summary>同行した者, keys of <see cref="StaffMember"/>.</summary>
    public IReadOnlyList<string> Companions { get; init; } = [];

    /// <summary>Without a reason and the patient's consent no add-on is billed for companions.</summary>
    public CompanionReason CompanionReason { get; init; }

    /// <summary>Building of the visit if it is not the patient's residence; null: the residence.</summary>
    public string? Building { get; init; }

    /// <summary>Unplanned, on request, on the doctor's order: the reason for the claim (緊急訪問看護の理由), full-width; empty: no emergency.</summary>
    public string EmergencyReason { get; init; } = "";

    /// <summary>The early, evening or night hour was the patient's wish, not the station's convenience.</summary>
    public bool HourWishedByPatient { get; init; }

    /// <summary>
    /// 専門の研修コード, 別表27: 01–04 for <see cref="VisitKind.SpecialistJoint"/>, 11–13 and 21–27 when the specialist did planned management (専門管理加算);
    /// empty: none.
    /// </summary>
    public string SpecialistCode { get; init; } = "";

    /// <summary>One-way travel from the station in minutes by the usual way, without traffic jams; null if nobody noted it.</summary>
    public int? TravelMinutes { get; init; }

    /// <summary>Keys of <see cref="PublicExpenseCertificate"/> that do not pay for this visit although their period and scope would.</summary>
    public IReadOnlyList<string> NotPaidBy { get; init; } = [];

    /// <summary>For the station's own use; never recorded.</summary>
    public string Notes { get; init; } = "";
}
