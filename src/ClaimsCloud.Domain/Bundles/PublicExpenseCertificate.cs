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

/// <summary>介護保険: who is certified goes there first.</summary>
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
}
