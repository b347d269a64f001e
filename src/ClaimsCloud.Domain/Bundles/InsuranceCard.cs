namespace ClaimsCloud.Domain.Bundles;

/// <summary>本人・家族の別.</summary>
public enum InsuredRelation {
    /// <summary>本人・世帯主.</summary>
    Insured,
    /// <summary>家族・その他.</summary>
    Family,
}

/// <summary>医療保険の資格. Periods of one patient do not overlap; a change inside the month splits the claim.</summary>
public sealed record InsuranceCard {
    public required string Key { get; init; }
    public required string Patient { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>保険者番号: six digits for 国民健康保険, else eight; the first two tell the scheme (39 = 後期高齢者医療).</summary>
    public required string InsurerNumber { get; init; }

    /// <summary>記号; empty if there is none. With <see cref="Number"/> at most 38 bytes.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>番号, or 被保険者番号 of 後期高齢者医療.</summary>
    public required string Number { get; init; }

    /// <summary>枝番, one or two digits; empty if the card has none.</summary>
    public string BranchNumber { get; init; } = "";
    public InsuredRelation Relation { get; init; }

    /// <summary>給付割合 in percent: 70, 80 or 90 (70 and a patient over 70 = 現役並み).</summary>
    public required int BenefitPercent { get; init; }

    /// <summary>職務上の事由, 別表8 code; empty where there is none.</summary>
    public string OnDutyReason { get; init; } = "";
}

/// <summary>一部負担金の減額・免除・徴収猶予.</summary>
public sealed record CopayReduction {
    public required string Key { get; init; }
    public required string Patient { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>減免区分, 別表9: 1 減額, 2 免除, 3 支払猶予.</summary>
    public required string Kind { get; init; }

    /// <summary>証明書番号, up to three digits; 国民健康保険 only.</summary>
    public string CertificateNumber { get; init; } = "";

    /// <summary>減額割合, 1–100 percent; null where an amount is given.</summary>
    public int? Percent { get; init; }

    /// <summary>減額金額 in yen; null where a rate is given.</summary>
    public int? Yen { get; init; }
}

/// <summary>適用区分 of 高額療養費.</summary>
public enum LimitClass {
    /// <summary>ア (under 70).</summary>
    A,
    /// <summary>イ.</summary>
    B,
    /// <summary>ウ.</summary>
    C,
    /// <summary>エ.</summary>
    D,
    /// <summary>オ.</summary>
    E,
    /// <summary>現役並みⅢ (70 and over).</summary>
    Active3,
    /// <summary>現役並みⅡ.</summary>
    Active2,
    /// <summary>現役並みⅠ.</summary>
    Active1,
    /// <summary>一般 (70–74; 後期高齢者 without division).</summary>
    General,
    /// <summary>後期高齢者 一般Ⅱ (2割).</summary>
    General2,
    /// <summary>後期高齢者 一般Ⅰ (1割).</summary>
    General1,
    /// <summary>低所得Ⅱ.</summary>
    Low2,
    /// <summary>低所得Ⅰ.</summary>
    Low1,
}

/// <summary>限度額適用認定証, or the class that 資格確認 answered with the patient's consent.</summary>
public sealed record LimitCertificate {
    public required string Key { get; init; }
    public required string Patient { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public required LimitClass Class { get; init; }

    /// <summary>Months with 高額療養費 in the eleven months before, 0–11; three or more make 多数回該当.</summary>
    public int EarlierMonths { get; init; }

    /// <summary>長期高額疾病 (レセプト特記 長 or 長２): the monthly cap in yen, 10,000 or 20,000; null where it does not apply.</summary>
    public int? LongTermDiseaseCapYen { get; init; }
}
