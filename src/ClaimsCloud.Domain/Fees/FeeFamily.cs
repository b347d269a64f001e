namespace ClaimsCloud.Domain.Fees;

/// <summary>What a fee pays for. Codes of one family differ only by the facts of <see cref="FeeFacts"/>, and never two of them fit the same facts.</summary>
public enum FeeFamily {
    /// <summary>訪問看護基本療養費（Ⅰ）イ・ロ・ニ: the only user of the building that day. Facts: staff, day of the week count.</summary>
    Basic1,
    /// <summary>（Ⅰ）ハ, joint visit of a specialist nurse.</summary>
    Basic1Specialist,
    /// <summary>（Ⅱ）イ・ロ・ニ. Facts: staff, users of the building, day of the week count; from 2026-06 with 10 users the day of the month.</summary>
    Basic2,
    /// <summary>（Ⅱ）ハ.</summary>
    Basic2Specialist,
    /// <summary>（Ⅲ）, overnight leave from hospital.</summary>
    Basic3,
    /// <summary>精神科訪問看護基本療養費（Ⅰ）. Facts: staff, day of the week count, minutes.</summary>
    Psychiatric1,
    /// <summary>精神科（Ⅲ）. Facts: as （Ⅰ）, users of the building; from 2026-06 with 10 users the day of the month in place of the week.</summary>
    Psychiatric3,
    /// <summary>精神科（Ⅳ）, overnight leave.</summary>
    Psychiatric4,
    /// <summary>医療観察訪問看護基本料１. Facts as <see cref="Psychiatric1"/>.</summary>
    Observation1,
    /// <summary>医療観察訪問看護基本料３. Facts as <see cref="Psychiatric3"/>.</summary>
    Observation3,
    /// <summary>医療観察訪問看護基本料４, overnight leave (from 2026-06).</summary>
    Observation4,

    /// <summary>難病等複数回訪問加算, 精神科複数回訪問加算. Facts: care, visits of the day, users of the building, from 2026-06 day of the month.</summary>
    MultipleVisits,
    /// <summary>特別地域訪問看護加算. Facts: care; from 2026-06 number 1 (イ) or 2 (ロ).</summary>
    SpecialArea,
    /// <summary>緊急訪問看護加算, 精神科緊急訪問看護加算. Facts: care, day of the month.</summary>
    Emergency,
    /// <summary>長時間（精神科）訪問看護加算. Facts: care, case (designated: 別に厚生労働大臣が定める者, three days a week).</summary>
    LongVisit,
    /// <summary>乳幼児加算. Facts: care, case (designated: 超重症児, 別表７ and the like).</summary>
    Infant,
    /// <summary>複数名（精神科）訪問看護加算. Facts: care, companion, users of the building; visits of the day; for another staff member of general care the case (ordinary: ハ, designated: ニ).</summary>
    TwoStaff,
    /// <summary>夜間・早朝訪問看護加算. Facts: care; from 2026-06 users of the building, day of the month.</summary>
    Night,
    /// <summary>深夜訪問看護加算. Facts as <see cref="Night"/>.</summary>
    LateNight,

    /// <summary>訪問看護管理療養費, 月の初日. Facts: care, number 1–4 (機能強化型) or 0 (それ以外).</summary>
    ManagementFirst,
    /// <summary>訪問看護管理療養費, 月の２日目以降. Facts: care; to 2026-05 number 1 or 2 (届出); from 2026-06 residents, day of the month.</summary>
    ManagementLater,
    /// <summary>24時間対応体制加算. Facts: care, number 1 (負担軽減), 2 (それ以外), 3 (包括型の届出).</summary>
    AroundTheClock,
    /// <summary>特別管理加算. Facts: case (designated: 5,000 yen).</summary>
    SpecialManagement,
    /// <summary>退院時共同指導加算.</summary>
    DischargeGuidance,
    /// <summary>特別管理指導加算.</summary>
    SpecialManagementGuidance,
    /// <summary>退院支援指導加算. Facts: case (designated: 長時間, 8,400 yen).</summary>
    DischargeSupport,
    /// <summary>在宅患者連携指導加算.</summary>
    HomePatientGuidance,
    /// <summary>在宅患者緊急時等カンファレンス加算.</summary>
    EmergencyConference,
    /// <summary>精神科重症患者支援管理連携加算. Facts: number 1 (イ) or 2 (ロ).</summary>
    PsychiatricSevere,
    /// <summary>看護・介護職員連携強化加算. Facts: number of the 24時間対応体制加算 (1 or 2).</summary>
    CareStaffSupport,
    /// <summary>専門管理加算. Facts: number 1 (専門の研修) or 2 (特定行為研修).</summary>
    SpecialistManagement,
    /// <summary>訪問看護医療ＤＸ情報活用加算.</summary>
    DigitalRecords,
    /// <summary>訪問看護医療情報連携加算 (from 2026-06).</summary>
    InformationSharing,

    /// <summary>包括型訪問看護療養費 (from 2026-06). Facts: residents, minutes of the day, from 90 minutes the case.</summary>
    Inclusive,
    /// <summary>訪問看護情報提供療養費. Facts: care, number 1–3.</summary>
    Information,
    /// <summary>訪問看護ターミナルケア療養費. Facts: number 1 or 2.</summary>
    Terminal,
    /// <summary>遠隔死亡診断補助加算.</summary>
    RemoteDeathCertificate,
    /// <summary>訪問看護遠隔診療補助料 (from 2026-06).</summary>
    RemoteConsultation,
    /// <summary>訪問看護ベースアップ評価料（Ⅰ）. Facts: care.</summary>
    BaseUp1,
    /// <summary>ベースアップ評価料（Ⅰ）, 継続して賃上げに係る取組を実施した場合 (from 2026-06).</summary>
    BaseUp1Continued,
    /// <summary>ベースアップ評価料（Ⅱ）. Facts: care, number of the tier.</summary>
    BaseUp2,
    /// <summary>ベースアップ評価料（Ⅱ）, 継続して賃上げに係る取組を実施した場合.</summary>
    BaseUp2Continued,
    /// <summary>訪問看護物価対応料１, 月の初日 (from 2026-06).</summary>
    PriceFirst,
    /// <summary>物価対応料１, 月の２日目以降.</summary>
    PriceLater,
    /// <summary>物価対応料２, with 包括型.</summary>
    PriceInclusive,
}
