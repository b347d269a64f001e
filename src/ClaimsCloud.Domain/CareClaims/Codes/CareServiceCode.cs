using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Codes;

/// <summary>What an addition or deduction is for; the name of its code says so (<c>Data/kaigo/2024-04/additions.csv</c>).</summary>
public enum CareAddition {
    EmergencyOne, EmergencyTwo, SpecialManagementOne, SpecialManagementTwo, FirstVisitOne, FirstVisitTwo, DischargeGuidance, CareStaff, NursingSystemOne, NursingSystemTwo,
    ServiceStructureOne, ServiceStructureTwo, OralCare, Terminal, BuildingOne, BuildingTwo, SpecialArea, SmallOffice, RemoteResident, SpecialistManagementOne,
    SpecialistManagementTwo, TreatmentImprovement,
}

/// <summary>How often a code is counted (算定単位).</summary>
public enum CareBasis { Visit, Day, Month }

/// <summary>One row of the service-code table.</summary>
/// <param name="Type">サービス種類コード: 13 訪問看護, 63 介護予防訪問看護.</param>
/// <param name="Item">サービス項目コード: four digits or capital letters.</param>
/// <param name="Units">Null where a rate decides.</param>
/// <param name="RateTenths">Tenths of a percent of other units, negative for a deduction; null where units decide.</param>
/// <param name="Meaning">What an addition is for, where its row says it; the name says it else.</param>
/// <param name="First">First and last month of validity; no last = open.</param>
public sealed record CareServiceCode(string Type, string Item, string Name, int? Units, int? RateTenths, CareBasis Basis, ServiceMonth First, ServiceMonth? Last, Certainty Certainty, CareAddition? Meaning) {
    /// <summary>The visit that the code stands for, or null for an addition.</summary>
    public CareVisitCode? Visit { get; } = CareVisitCode.Parse(Name);

    /// <summary>The addition that the code stands for; null for a visit, and for additions that nothing here bills.</summary>
    public CareAddition? Addition { get; } = Meaning ?? CareServiceCodes.AdditionNamed(Name);

    public bool Holds(ServiceMonth month) => month >= First && !(month > Last);
}
