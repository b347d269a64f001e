using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>The rows of a bundle by patient.</summary>
internal sealed class PatientTables(MonthBundle bundle) {
    public ILookup<string, Residence> Residences { get; } = bundle.Residences.ToLookup(r => r.Patient);
    public ILookup<string, InsuranceCard> InsuranceCards { get; } = bundle.InsuranceCards.ToLookup(r => r.Patient);
    public ILookup<string, CopayReduction> Reductions { get; } = bundle.Reductions.ToLookup(r => r.Patient);
    public ILookup<string, PublicExpenseCertificate> PublicExpenses { get; } = bundle.PublicExpenses.ToLookup(r => r.Patient);
    public ILookup<string, LimitCertificate> LimitCertificates { get; } = bundle.LimitCertificates.ToLookup(r => r.Patient);
    public ILookup<string, CareInsurance> CareInsurances { get; } = bundle.CareInsurances.ToLookup(r => r.Patient);
    public ILookup<string, Instruction> Instructions { get; } = bundle.Instructions.ToLookup(r => r.Patient);
    public ILookup<string, Condition> Conditions { get; } = bundle.Conditions.ToLookup(r => r.Patient);
    public ILookup<string, ListedCondition> ListedConditions { get; } = bundle.ListedConditions.ToLookup(r => r.Patient);
    public ILookup<string, Disease> Diseases { get; } = bundle.Diseases.ToLookup(r => r.Patient);
    public ILookup<string, HospitalStay> HospitalStays { get; } = bundle.HospitalStays.ToLookup(r => r.Patient);
    public ILookup<string, OtherStation> OtherStations { get; } = bundle.OtherStations.ToLookup(r => r.Patient);
    public ILookup<string, Agreement> Agreements { get; } = bundle.Agreements.ToLookup(r => r.Patient);
    public ILookup<string, Visit> Visits { get; } = bundle.Visits.ToLookup(r => r.Patient);
    public ILookup<string, InformationLetter> InformationLetters { get; } = bundle.InformationLetters.ToLookup(r => r.Patient);
    public ILookup<string, DischargeGuidance> DischargeGuidances { get; } = bundle.DischargeGuidances.ToLookup(r => r.Patient);
    public ILookup<string, Collaboration> Collaborations { get; } = bundle.Collaborations.ToLookup(r => r.Patient);
    public ILookup<string, ServiceEnd> ServiceEnds { get; } = bundle.ServiceEnds.ToLookup(r => r.Patient);
    public ILookup<string, ClaimNote> Notes { get; } = bundle.Notes.ToLookup(r => r.Patient);
}
