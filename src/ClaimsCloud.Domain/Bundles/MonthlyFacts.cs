using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Bundles;

/// <summary>訪問看護情報提供療養費: a letter that was sent.</summary>
public sealed record InformationLetter {
    public required string Key { get; init; }
    public required string Patient { get; init; }
    public required DateOnly Date { get; init; }

    /// <summary>情報提供先, 別表18: 01–02 (療養費１), 10–13 (２), 21–23 (３).</summary>
    public required string Recipient { get; init; }

    /// <summary>前回算定年月 of 療養費２; null if it is the first.</summary>
    public ServiceMonth? PreviousMonth { get; init; }

    /// <summary>療養費３: last visit day where it lies in an earlier month; null: in this month.</summary>
    public DateOnly? LastVisit { get; init; }
}

/// <summary>退院時共同指導 or 退院支援指導.</summary>
public enum DischargeGuidanceKind {
    /// <summary>退院時共同指導加算.</summary>
    Joint,
    /// <summary>退院支援指導加算: on the day of discharge.</summary>
    DischargeDay,
}

/// <summary>Guidance around a discharge.</summary>
public sealed record DischargeGuidance {
    public required string Key { get; init; }
    public required string Patient { get; init; }
    public required DischargeGuidanceKind Kind { get; init; }
    public required DateOnly Date { get; init; }

    /// <summary>退院日.</summary>
    public required DateOnly Discharge { get; init; }

    /// <summary>Key of the <see cref="StaffMember"/>.</summary>
    public required string Staff { get; init; }

    /// <summary>Minutes in total; over 90 raises 退院支援指導加算.</summary>
    public required int Minutes { get; init; }

    /// <summary>Day of 再入院 before the first visit; null if there was none. A death is in <see cref="ServiceEnd"/>.</summary>
    public DateOnly? Readmission { get; init; }
}

/// <summary>What was done with others for the patient, once a month or a day.</summary>
public enum CollaborationKind {
    /// <summary>在宅患者連携指導加算.</summary>
    SharedGuidance,
    /// <summary>在宅患者緊急時等カンファレンス加算.</summary>
    EmergencyConference,
    /// <summary>看護・介護職員連携強化加算.</summary>
    CareStaff,
    /// <summary>訪問看護医療情報連携加算 (from 2026-06).</summary>
    MedicalInformation,
    /// <summary>訪問看護遠隔診療補助料 (from 2026-06).</summary>
    RemoteConsultation,
    /// <summary>精神科重症患者支援管理連携加算; the tier comes from <see cref="PsychiatricSupport"/>.</summary>
    PsychiatricSevere,
}

/// <summary>One such act.</summary>
public sealed record Collaboration {
    public required string Key { get; init; }
    public required string Patient { get; init; }
    public required CollaborationKind Kind { get; init; }
    public required DateOnly Date { get; init; }

    /// <summary>Key of the <see cref="StaffMember"/>.</summary>
    public required string Staff { get; init; }
}

/// <summary>How terminal care is billed.</summary>
public enum TerminalCare {
    None,
    /// <summary>訪問看護ターミナルケア療養費１.</summary>
    Home,
    /// <summary>２: 特別養護老人ホーム等 that bills 看取り介護加算等.</summary>
    Facility,
}

/// <summary>訪問終了, and a death if there was one.</summary>
public sealed record ServiceEnd {
    public required string Key { get; init; }
    public required string Patient { get; init; }
    public required DateOnly Date { get; init; }
    public required TimeOnly Time { get; init; }

    /// <summary>別表15: 01 軽快, 02 施設, 03 医療機関, 04 死亡, 99 その他.</summary>
    public required string Reason { get; init; }

    /// <summary>Needed for 99; full-width, up to 10 characters.</summary>
    public string ReasonText { get; init; } = "";
    public DateOnly? DeathDate { get; init; }
    public TimeOnly? DeathTime { get; init; }

    /// <summary>死亡の場所, 別表16 code; empty without a death.</summary>
    public string DeathPlace { get; init; } = "";

    /// <summary>Needed for 99; full-width, up to 10 characters.</summary>
    public string DeathPlaceText { get; init; } = "";
    public TerminalCare TerminalCare { get; init; }

    /// <summary>情報通信機器を用いた死亡診断の補助: key of the <see cref="StaffMember"/>; null if there was none.</summary>
    public string? RemoteDiagnosisStaff { get; init; }
}

/// <summary>コメント that the station wants on the claim (CO).</summary>
public sealed record ClaimNote {
    public required string Key { get; init; }
    public required string Patient { get; init; }

    /// <summary>コメントコード, nine digits (810000001 = free text).</summary>
    public required string Code { get; init; }

    /// <summary>Full-width, up to 200 characters; in the form that the code asks for.</summary>
    public string Text { get; init; } = "";

    /// <summary>Order on the claim, lower first.</summary>
    public int Order { get; init; }
}
