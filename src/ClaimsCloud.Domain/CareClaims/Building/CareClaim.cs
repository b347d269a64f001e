using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>One 明細情報 line.</summary>
/// <param name="UnitsEach">Null where the interface wants no price: 同一建物減算.</param>
/// <param name="PublicCounts">Of <paramref name="Count"/>, those that each programme of the claim pays for, in the claim's order.</param>
/// <param name="Remarks">摘要, half-width; empty where the code asks for none.</param>
public sealed record CareClaimLine(CareServiceCode Code, int? UnitsEach, int Count, long Units, IReadOnlyList<int> PublicCounts, IReadOnlyList<long> PublicUnits, bool Limited, string Remarks);

/// <summary>What one programme of public expense pays on a claim. 公費分本人負担 is what it leaves to the person.</summary>
public sealed record CarePublicShare(PublicExpenseCertificate Certificate, int Percent, long Units, long Yen, long OwnYen);

/// <summary>Planned and actual count and units of a code.</summary>
public sealed record CarePlanDifference(string ServiceItem, int PlannedCount, int ActualCount, long PlannedUnits, long ActualUnits);

/// <summary>One 明細書: a person, an insurer, a form, a month. Amounts are whole yen.</summary>
public sealed record CareClaim {
    public required Patient Patient { get; init; }

    /// <summary>The certification that the claim states: that of the month's last day with this insurer.</summary>
    public required CareInsurance Insurance { get; init; }

    /// <summary>サービス種類コード: 13 goes in 7131, 63 in 7132.</summary>
    public required string ServiceType { get; init; }
    public required ServiceMonth Month { get; init; }
    public required int BenefitPercent { get; init; }
    public DateOnly? StartDate { get; init; }
    public DateOnly? StopDate { get; init; }

    /// <summary>中止理由 code; empty while the service goes on.</summary>
    public string StopReason { get; init; } = "";

    /// <summary>In the order of the codes.</summary>
    public required IReadOnlyList<CareClaimLine> Lines { get; init; }

    /// <summary>Days with a visit.</summary>
    public required int ServiceDays { get; init; }

    /// <summary>計画単位数, from サービス提供票別表.</summary>
    public required long PlanUnits { get; init; }

    /// <summary>Units that the limit counts, with those over the plan.</summary>
    public required long LimitedUnits { get; init; }
    public required long UnlimitedUnits { get; init; }
    public required long BenefitUnits { get; init; }

    /// <summary>Price of a unit times 100.</summary>
    public required int UnitPrice100 { get; init; }
    public required long CostYen { get; init; }
    public required long InsuranceYen { get; init; }
    public required IReadOnlyList<CarePublicShare> Publics { get; init; }

    /// <summary>利用者負担, without 公費分本人負担 and without <see cref="OverPlanYen"/>.</summary>
    public required long UserYen { get; init; }

    /// <summary>What is over the plan: the person pays it all, and no file says so.</summary>
    public required long OverPlanYen { get; init; }

    /// <summary>Where plan and actual service differ.</summary>
    public required IReadOnlyList<CarePlanDifference> PlanDifferences { get; init; }

    public bool IsPrevention => ServiceType == "63";

    /// <summary>生保単独.</summary>
    public bool IsWelfareOnly => Insurance.InsuredNumber.StartsWith('H');

    public long PublicYen => Publics.Sum(p => p.Yen);

    /// <summary>Everything that the person pays at the counter.</summary>
    public long PayableYen => UserYen + OverPlanYen + Publics.Sum(p => p.OwnYen);
}

/// <summary>What became of one patient with care visits.</summary>
/// <param name="Claims">Empty when the patient is kept back.</param>
/// <param name="Payers">Who has to pay for each visit of the month, and why.</param>
public sealed record CarePatientClaims(string Patient, IReadOnlyList<CareClaim> Claims, IReadOnlyList<DecidedVisit> Payers, IReadOnlyList<BundleFinding> Findings) {
    public bool IsKeptBack => Findings.Any(f => f.KeepsBack);
}
