using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Bundles;

/// <summary>
/// What a station recorded for one service month, and all that its claims are built from. Flat tables: every row has a <c>Key</c>, the station's own stable
/// id, unique in its table; rows refer to each other by key. Periods are whole days, both ends included; no end = open. The order of rows has no meaning
/// except where a row says so. Rows may be wrong in any way: what the calculator cannot use is a finding that names table, key and field.
/// </summary>
public sealed record MonthBundle {
    /// <summary>指定訪問看護年月: the month that is billed.</summary>
    public required ServiceMonth Month { get; init; }

    /// <summary>請求年月: the month in which the file is sent, after <see cref="Month"/>.</summary>
    public required ServiceMonth BillingMonth { get; init; }

    /// <summary>
    /// First day from which <see cref="Visits"/> holds every visit. On or before the Sunday of the month's first week, and 14 days before a death, the counts that
    /// cross the month's start are sure; otherwise they are reported as not checked. Null: the first day of the month.
    /// </summary>
    public DateOnly? VisitsCompleteFrom { get; init; }

    public required Station Station { get; init; }
    public IReadOnlyList<FacilityStandard> FacilityStandards { get; init; } = [];
    public IReadOnlyList<StaffMember> Staff { get; init; } = [];
    public IReadOnlyList<StaffTraining> Trainings { get; init; } = [];
    public IReadOnlyList<Building> Buildings { get; init; } = [];
    public IReadOnlyList<Patient> Patients { get; init; } = [];
    public IReadOnlyList<Residence> Residences { get; init; } = [];
    public IReadOnlyList<InsuranceCard> InsuranceCards { get; init; } = [];
    public IReadOnlyList<CopayReduction> Reductions { get; init; } = [];
    public IReadOnlyList<PublicExpenseCertificate> PublicExpenses { get; init; } = [];
    public IReadOnlyList<LimitCertificate> LimitCertificates { get; init; } = [];
    public IReadOnlyList<CareInsurance> CareInsurances { get; init; } = [];
    public IReadOnlyList<CareFiling> CareFilings { get; init; } = [];
    public IReadOnlyList<CarePlanLine> CarePlans { get; init; } = [];
    public IReadOnlyList<Instruction> Instructions { get; init; } = [];
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
    public IReadOnlyList<ListedCondition> ListedConditions { get; init; } = [];
    public IReadOnlyList<Disease> Diseases { get; init; } = [];
    public IReadOnlyList<HospitalStay> HospitalStays { get; init; } = [];
    public IReadOnlyList<OtherStation> OtherStations { get; init; } = [];
    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    /// <summary>Visits of the month, and those before it from <see cref="VisitsCompleteFrom"/> on: they count in weeks but are not billed.</summary>
    public IReadOnlyList<Visit> Visits { get; init; } = [];

    public IReadOnlyList<InformationLetter> InformationLetters { get; init; } = [];
    public IReadOnlyList<DischargeGuidance> DischargeGuidances { get; init; } = [];
    public IReadOnlyList<Collaboration> Collaborations { get; init; } = [];
    public IReadOnlyList<ServiceEnd> ServiceEnds { get; init; } = [];
    public IReadOnlyList<ClaimNote> Notes { get; init; } = [];
}
