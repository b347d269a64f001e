namespace ClaimsCloud.Domain.Bundles;

/// <summary>職種, in the order of 別表20.</summary>
public enum Licence {
    /// <summary>保健師.</summary>
    PublicHealthNurse = 1,
    /// <summary>助産師.</summary>
    Midwife = 2,
    /// <summary>看護師.</summary>
    Nurse = 3,
    /// <summary>理学療法士.</summary>
    PhysicalTherapist = 4,
    /// <summary>作業療法士.</summary>
    OccupationalTherapist = 5,
    /// <summary>言語聴覚士.</summary>
    SpeechTherapist = 6,
    /// <summary>准看護師.</summary>
    AssistantNurse = 7,
    /// <summary>看護補助者.</summary>
    NursingAide = 9,
    /// <summary>精神保健福祉士.</summary>
    PsychiatricSocialWorker = 10,
}

/// <summary>主たる・従たるステーション, which 職種等 tells apart.</summary>
public enum Office { Main, Branch }

/// <summary>Someone who visits.</summary>
public sealed record StaffMember {
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required Licence Licence { get; init; }
    public Office Office { get; init; }
    public required DateOnly EmployedFrom { get; init; }
    public DateOnly? EmployedUntil { get; init; }

    /// <summary>精神科訪問看護: first day from which the experience or training that the psychiatric fee asks for is there; null: never.</summary>
    public DateOnly? PsychiatricFrom { get; init; }
}

/// <summary>専門の研修, as 別表27 groups them.</summary>
public enum TrainingField {
    /// <summary>緩和ケア.</summary>
    Palliative,
    /// <summary>褥瘡ケア.</summary>
    PressureUlcer,
    /// <summary>人工肛門・人工膀胱ケア.</summary>
    Stoma,
    /// <summary>特定行為研修.</summary>
    SpecificActs,
}

/// <summary>A specialist training that a staff member has finished.</summary>
public sealed record StaffTraining {
    public required string Key { get; init; }

    /// <summary>Key of a <see cref="StaffMember"/>.</summary>
    public required string Staff { get; init; }
    public required TrainingField Field { get; init; }
    public required DateOnly CompletedOn { get; init; }
}
