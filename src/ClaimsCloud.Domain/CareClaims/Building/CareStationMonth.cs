using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Fees.Calculation;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>A bundle by patient, and what holds for the whole station.</summary>
internal sealed class CareStationMonth(MonthBundle bundle, CareServiceCodes codes, CareSettings settings) {
    private readonly ILookup<CareFilingKind, CareFiling> _filings = bundle.CareFilings.ToLookup(f => f.Kind);
    private readonly ILookup<string, ListedCondition> _listed = bundle.ListedConditions.ToLookup(c => c.Patient);

    public MonthBundle Bundle => bundle;
    public ServiceMonth Month => bundle.Month;
    public CareServiceCodes Codes => codes;
    public CareSettings Settings => settings;
    public CareUnitPrice? Price { get; } = CareUnitPrice.Find(bundle.Station.CareRegion);
    public Dictionary<string, StaffMember> Staff { get; } = bundle.Staff.GroupBy(s => s.Key).ToDictionary(s => s.Key, s => s.First());

    public ILookup<string, Visit> Visits { get; } = bundle.Visits.Where(v => bundle.Month.Contains(v.Date)).ToLookup(v => v.Patient);
    public ILookup<string, CareInsurance> Insurances { get; } = bundle.CareInsurances.OrderBy(c => c.From).ThenBy(c => c.Key, StringComparer.Ordinal).ToLookup(c => c.Patient);
    public ILookup<string, PublicExpenseCertificate> PublicExpenses { get; } = bundle.PublicExpenses.ToLookup(e => e.Patient);
    public ILookup<string, CarePlanLine> Plans { get; } = bundle.CarePlans.ToLookup(p => p.Patient);
    public ILookup<string, DischargeGuidance> Guidances { get; } = bundle.DischargeGuidances.ToLookup(g => g.Patient);
    public ILookup<string, Collaboration> Collaborations { get; } = bundle.Collaborations.ToLookup(c => c.Patient);
    public ILookup<string, ServiceEnd> Ends { get; } = bundle.ServiceEnds.ToLookup(e => e.Patient);
    public ILookup<string, HospitalStay> Stays { get; } = bundle.HospitalStays.ToLookup(s => s.Patient);
    public ILookup<string, Instruction> Instructions { get; } = bundle.Instructions.ToLookup(i => i.Patient);

    /// <summary>Visits of the month that care insurance pays, in no order.</summary>
    public IEnumerable<Visit> CareVisits(string patient) => Visits[patient].Where(v => v.Payer == VisitPayer.Care);

    public bool Filed(CareFilingKind kind, DateOnly day) {
        foreach (var filing in _filings[kind])
            if (Period.Covers(filing.From, filing.Until, day)) return true;
        return false;
    }

    /// <summary>別表７.</summary>
    public bool IsListed7(string patient, DateOnly day) => IsListed(patient, day, "001", "020");

    /// <summary>別表８.</summary>
    public bool IsListed8(string patient, DateOnly day) => IsListed(patient, day, "041", "059");

    /// <summary>The first group of 別表８, for which 特別管理加算 is the higher one.</summary>
    public bool IsSevere(string patient, DateOnly day) => IsListed(patient, day, "041", "046");

    private bool IsListed(string patient, DateOnly day, string first, string last) =>
        _listed[patient].Any(c => string.CompareOrdinal(c.Code, first) >= 0 && string.CompareOrdinal(c.Code, last) <= 0 && Period.Covers(c.From, c.Until, day));
}

/// <summary>Price of a unit of 訪問看護 by 地域区分コード.</summary>
/// <param name="Price100">Yen times 100.</param>
public sealed record CareUnitPrice(string Code, string Name, int Price100, Certainty Certainty) {
    private static readonly Dictionary<string, CareUnitPrice> All = DataFile.Rows("kaigo/2024-04/unit-prices.csv")
        .Select(r => new CareUnitPrice(r["code"], r["name"], r.Number("price100"), Words.Read<Certainty>(r["certainty"]))).ToDictionary(p => p.Code);

    public static CareUnitPrice? Find(string code) => All.GetValueOrDefault(code);
}
