namespace ClaimsCloud.Domain.Bundles;

/// <summary>What a programme pays for.</summary>
public enum PublicExpenseScope {
    /// <summary>Every visit in the period.</summary>
    AllVisits,
    /// <summary>Psychiatric visits only (自立支援医療・精神通院).</summary>
    Psychiatric,
    /// <summary>All but psychiatric visits.</summary>
    NotPsychiatric,
}

/// <summary>公費負担医療の受給者証・医療券.</summary>
public sealed record PublicExpenseCertificate {
    public required string Key { get; init; }
    public required string Patient { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>負担者番号, eight digits; the first two are 法別番号.</summary>
    public required string PayerNumber { get; init; }

    /// <summary>受給者番号, up to seven digits; empty for 医療観察法 (30).</summary>
    public string RecipientNumber { get; init; } = "";

    /// <summary>Order among programmes that the national list does not name (自治体の医療費助成), lower first; 0 for the others.</summary>
    public int LocalOrder { get; init; }
    public PublicExpenseScope Scope { get; init; }

    /// <summary>Patient's share in percent of the cost: 10 for 21 and 15, 20 for 54; 0: no share.</summary>
    public int SharePercent { get; init; }

    /// <summary>自己負担上限月額 in yen; null: no cap.</summary>
    public int? MonthlyCapYen { get; init; }

    /// <summary>Yen of the cap already paid at other providers this month (管理票).</summary>
    public int UsedElsewhereYen { get; init; }

    /// <summary>任意給付区分: a 国民健康保険 that pays the programme's share.</summary>
    public bool OptionalBenefit { get; init; }
}

/// <summary>要介護認定.</summary>
public enum CareLevel {
    /// <summary>要支援.</summary>
    Support,
    /// <summary>要介護.</summary>
    Care,
}

/// <summary>Who wrote the care plan (居宅サービス計画作成区分).</summary>
public enum CarePlanAuthor {
    /// <summary>居宅介護支援事業所.</summary>
    Office,
    /// <summary>自己作成.</summary>
    Person,
    /// <summary>介護予防支援事業所・地域包括支援センター.</summary>
    PreventionOffice,
}

/// <summary>同一建物減算 of the care insurance.</summary>
public enum CareBuildingReduction {
    None,
    /// <summary>減算１: 10 %.</summary>
    First,
    /// <summary>減算２: 15 %.</summary>
    Second,
}

/// <summary>介護保険: who is certified goes there first. The period is 認定有効期間; a change of insurer or level begins a new row.</summary>
public sealed record CareInsurance {
    public required string Key { get; init; }
    public required string Patient { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public required CareLevel Level { get; init; }

    /// <summary>緊急時訪問看護加算 is billed to the care insurance in this month.</summary>
    public bool BillsEmergency { get; init; }

    /// <summary>特別管理加算 is billed to the care insurance in this month.</summary>
    public bool BillsSpecialManagement { get; init; }

    /// <summary>証記載保険者番号, six digits. This and what follows is needed only where the station bills the care insurance.</summary>
    public string InsurerNumber { get; init; } = "";

    /// <summary>被保険者番号, ten characters; H in front: 生活保護 without insurance.</summary>
    public string InsuredNumber { get; init; } = "";

    /// <summary>要介護状態区分コード: 12, 13 or 21–25.</summary>
    public string LevelCode { get; init; } = "";

    /// <summary>保険給付率 in percent: 90, 80 or 70 as a rule.</summary>
    public int? BenefitPercent { get; init; }
    public CarePlanAuthor PlanAuthor { get; init; }

    /// <summary>Ten characters; empty for a plan of the person's own.</summary>
    public string PlanOffice { get; init; } = "";
    public CareBuildingReduction BuildingReduction { get; init; }

    /// <summary>中山間地域等 outside the usual area of service: the person lives there.</summary>
    public bool LivesRemotely { get; init; }

    /// <summary>ハ: the station visits for a 定期巡回・随時対応型訪問介護看護 office, and claims one price a month.</summary>
    public bool LinkedToRegularVisits { get; init; }
}

/// <summary>What a station has filed for the care insurance (体制等に関する届出).</summary>
public enum CareFilingKind {
    /// <summary>緊急時訪問看護加算（Ⅰ）.</summary>
    EmergencyOne,
    /// <summary>緊急時訪問看護加算（Ⅱ）.</summary>
    EmergencyTwo,
    /// <summary>看護体制強化加算（Ⅰ）; for 介護予防 the only one.</summary>
    NursingSystemOne,
    /// <summary>看護体制強化加算（Ⅱ）.</summary>
    NursingSystemTwo,
    /// <summary>サービス提供体制強化加算（Ⅰ）.</summary>
    ServiceStructureOne,
    /// <summary>サービス提供体制強化加算（Ⅱ）.</summary>
    ServiceStructureTwo,
    /// <summary>特別地域訪問看護加算.</summary>
    SpecialArea,
    /// <summary>中山間地域等における小規模事業所加算.</summary>
    SmallOffice,
    /// <summary>高齢者虐待防止措置未実施減算.</summary>
    AbusePreventionMissing,
    /// <summary>業務継続計画未策定減算.</summary>
    ContinuityPlanMissing,
    /// <summary>処遇改善加算 (from 2026-06).</summary>
    TreatmentImprovement,
}

/// <summary>A filing for the care insurance.</summary>
public sealed record CareFiling {
    public required string Key { get; init; }
    public required CareFilingKind Kind { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
}

/// <summary>A line of サービス提供票別表 that the care manager gave to the station.</summary>
public sealed record CarePlanLine {
    public required string Key { get; init; }
    public required string Patient { get; init; }

    /// <summary>証記載保険者番号; empty where the person has one insurer in the month.</summary>
    public string InsurerNumber { get; init; } = "";

    /// <summary>サービス種類コード: 13 or 63.</summary>
    public required string ServiceType { get; init; }

    /// <summary>サービス項目コード, four characters.</summary>
    public required string ServiceItem { get; init; }

    /// <summary>回数.</summary>
    public int Count { get; init; }

    /// <summary>区分支給限度基準内単位数 of the line.</summary>
    public required int UnitsWithinLimit { get; init; }
}
