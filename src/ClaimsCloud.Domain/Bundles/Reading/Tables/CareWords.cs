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

    public static readonly ColumnWords<CarePlanAuthor> PlanAuthors = new(
        (CarePlanAuthor.Office, "office", "居宅介護支援事業所"),
        (CarePlanAuthor.Person, "person", "自己作成"),
        (CarePlanAuthor.PreventionOffice, "preventionOffice", "介護予防支援事業所・地域包括支援センター"));

    public static readonly ColumnWords<CareBuildingReduction> BuildingReductions = new(
        (CareBuildingReduction.None, "none", "なし"),
        (CareBuildingReduction.First, "first", "減算１（10％）"),
        (CareBuildingReduction.Second, "second", "減算２（15％）"));

    public static readonly ColumnWords<CareFilingKind> Filings = new(
        (CareFilingKind.EmergencyOne, "emergencyOne", "緊急時訪問看護加算（Ⅰ）"),
        (CareFilingKind.EmergencyTwo, "emergencyTwo", "緊急時訪問看護加算（Ⅱ）"),
        (CareFilingKind.NursingSystemOne, "nursingSystemOne", "看護体制強化加算（Ⅰ）"),
        (CareFilingKind.NursingSystemTwo, "nursingSystemTwo", "看護体制強化加算（Ⅱ）"),
        (CareFilingKind.ServiceStructureOne, "serviceStructureOne", "サービス提供体制強化加算（Ⅰ）"),
        (CareFilingKind.ServiceStructureTwo, "serviceStructureTwo", "サービス提供体制強化加算（Ⅱ）"),
        (CareFilingKind.SpecialArea, "specialArea", "特別地域訪問看護加算"),
        (CareFilingKind.SmallOffice, "smallOffice", "中山間地域等における小規模事業所加算"),
        (CareFilingKind.AbusePreventionMissing, "abusePreventionMissing", "高齢者虐待防止措置未実施減算"),
        (CareFilingKind.ContinuityPlanMissing, "continuityPlanMissing", "業務継続計画未策定減算"),
        (CareFilingKind.TreatmentImprovement, "treatmentImprovement", "処遇改善加算"));

    public static readonly ColumnWords<TerminalCare> TerminalCares = new(
        (TerminalCare.None, "none", "なし"),
        (TerminalCare.Home, "home", "訪問看護ターミナルケア療養費１"),
        (TerminalCare.Facility, "facility", "訪問看護ターミナルケア療養費２"));
}
