namespace ClaimsCloud.Domain.Bundles.Reading.Tables;

/// <summary>Words of the tables of care.</summary>
internal static class CareWords {
    public static readonly ColumnWords<VisitKind> VisitKinds = new(
        (VisitKind.Nursing, "nursing", "訪問看護"),
        (VisitKind.Psychiatric, "psychiatric", "精神科訪問看護"),
        (VisitKind.SpecialistJoint, "specialistJoint", "専門の研修を受けた看護師の同一日訪問（ハ）"),
        (VisitKind.OvernightLeave, "overnightLeave", "外泊中の訪問看護"),
        (VisitKind.PsychiatricOvernightLeave, "psychiatricOvernightLeave", "外泊中の精神科訪問看護"),
        (VisitKind.MedicalObservation, "medicalObservation", "医療観察訪問看護"),
        (VisitKind.MedicalObservationLeave, "medicalObservationLeave", "外泊中の医療観察訪問看護"),
        (VisitKind.InclusiveCare, "inclusiveCare", "包括型訪問看護"));

    public static readonly ColumnWords<VisitPayer> Payers = new(
        (VisitPayer.Medical, "medical", "医療保険・公費"),
        (VisitPayer.Care, "care", "介護保険"),
        (VisitPayer.Private, "private", "自費"));

    public static readonly ColumnWords<CompanionReason> CompanionReasons = new(
        (CompanionReason.None, "none", "なし"),
        (CompanionReason.Illness, "illness", "別表７・別表８・特別指示など"),
        (CompanionReason.Violence, "violence", "暴力行為・著しい迷惑行為・器物破損行為等"),
        (CompanionReason.Physical, "physical", "身体的理由"),
        (CompanionReason.Similar, "similar", "その他利用者の状況等から判断して準ずる"));

    public static readonly ColumnWords<DischargeGuidanceKind> Guidances = new(
        (DischargeGuidanceKind.Joint, "joint", "退院時共同指導"),
        (DischargeGuidanceKind.DischargeDay, "dischargeDay", "退院日の退院支援指導"));

    public static readonly ColumnWords<CollaborationKind> Collaborations = new(
        (CollaborationKind.SharedGuidance, "sharedGuidance", "在宅患者連携指導加算"),
        (CollaborationKind.EmergencyConference, "emergencyConference", "在宅患者緊急時等カンファレンス加算"),
        (CollaborationKind.CareStaff, "careStaff", "看護・介護職員連携強化加算"),
        (CollaborationKind.MedicalInformation, "medicalInformation", "訪問看護医療情報連携加算"),
        (CollaborationKind.RemoteConsultation, "remoteConsultation", "訪問看護遠隔診療補助料"),
        (CollaborationKind.PsychiatricSevere, "psychiatricSevere", "精神科重症患者支援管理連携加算"));

    public static readonly ColumnWords<TerminalCare> TerminalCares = new(
        (TerminalCare.None, "none", "なし"),
        (TerminalCare.Home, "home", "訪問看護ターミナルケア療養費１"),
        (TerminalCare.Facility, "facility", "訪問看護ターミナルケア療養費２"));
}
