using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>The rows of a bundle by patient.</summary>
internal sealed class PatientTables(MonthBundle bundle) {
    public RowsByPatient<Residence> Residences { get; } = new(bundle.Residences, r => r.Patient, r => r.Key, (a, b) => a.From.CompareTo(b.From));
    public RowsByPatient<InsuranceCard> InsuranceCards { get; } = new(bundle.InsuranceCards, r => r.Patient, r => r.Key, (a, b) => a.From.CompareTo(b.From));
    public RowsByPatient<CopayReduction> Reductions { get; } = new(bundle.Reductions, r => r.Patient, r => r.Key);
    public RowsByPatient<PublicExpenseCertificate> PublicExpenses { get; } = new(bundle.PublicExpenses, r => r.Patient, r => r.Key);
    public RowsByPatient<LimitCertificate> LimitCertificates { get; } = new(bundle.LimitCertificates, r => r.Patient, r => r.Key, (a, b) => a.From.CompareTo(b.From));
    public RowsByPatient<CareInsurance> CareInsurances { get; } = new(bundle.CareInsurances, r => r.Patient, r => r.Key);

    /// <summary>By kind, as HJ records them.</summary>
    public RowsByPatient<Instruction> Instructions { get; } = new(bundle.Instructions, r => r.Patient, r => r.Key,
        (a, b) => string.CompareOrdinal(a.Kind, b.Kind) is var kind and not 0 ? kind : a.From != b.From ? a.From.CompareTo(b.From) : a.Until.CompareTo(b.Until));
    public RowsByPatient<Condition> Conditions { get; } = new(bundle.Conditions, r => r.Patient, r => r.Key);
    public RowsByPatient<ListedCondition> ListedConditions { get; } = new(bundle.ListedConditions, r => r.Patient, r => r.Key, (a, b) => string.CompareOrdinal(a.Code, b.Code));

    /// <summary>The main one first.</summary>
    public RowsByPatient<Disease> Diseases { get; } = new(bundle.Diseases, r => r.Patient, r => r.Key, (a, b) => a.IsMain != b.IsMain ? b.IsMain.CompareTo(a.IsMain) : a.Order.CompareTo(b.Order));
    public RowsByPatient<HospitalStay> HospitalStays { get; } = new(bundle.HospitalStays, r => r.Patient, r => r.Key);
    public RowsByPatient<OtherStation> OtherStations { get; } = new(bundle.OtherStations, r => r.Patient, r => r.Key, (a, b) => a.From.CompareTo(b.From));
    public RowsByPatient<Agreement> Agreements { get; } = new(bundle.Agreements, r => r.Patient, r => r.Key);
    public RowsByPatient<Visit> Visits { get; } = new(bundle.Visits, r => r.Patient, r => r.Key, (a, b) => a.Date != b.Date ? a.Date.CompareTo(b.Date) : a.Start.CompareTo(b.Start));
    public RowsByPatient<InformationLetter> InformationLetters { get; } = new(bundle.InformationLetters, r => r.Patient, r => r.Key, (a, b) => a.Date.CompareTo(b.Date));
    public RowsByPatient<DischargeGuidance> DischargeGuidances { get; } = new(bundle.DischargeGuidances, r => r.Patient, r => r.Key, (a, b) => a.Date.CompareTo(b.Date));
    public RowsByPatient<Collaboration> Collaborations { get; } = new(bundle.Collaborations, r => r.Patient, r => r.Key, (a, b) => a.Date.CompareTo(b.Date));
    public RowsByPatient<ServiceEnd> ServiceEnds { get; } = new(bundle.ServiceEnds, r => r.Patient, r => r.Key);
    public RowsByPatient<ClaimNote> Notes { get; } = new(bundle.Notes, r => r.Patient, r => r.Key, (a, b) => a.Order.CompareTo(b.Order));
}
