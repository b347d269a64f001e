using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Testing.Bundles;

/// <summary>A fictional station whose month is told visit by visit.</summary>
public sealed class StationScene {
    private readonly List<FacilityStandard> _standards = [];
    private readonly List<Building> _buildings = [];

    public StationScene(int year, int month) {
        Month = ServiceMonth.Of(year, month);
        Staff = [
            Person("保健師", Licence.PublicHealthNurse), Person("看護師", Licence.Nurse), Person("看護師２", Licence.Nurse), Person("准看護師", Licence.AssistantNurse),
            Person("理学療法士", Licence.PhysicalTherapist), Person("作業療法士", Licence.OccupationalTherapist), Person("看護補助者", Licence.NursingAide),
            Person("専門看護師", Licence.Nurse), Person("従たる看護師", Licence.Nurse) with { Office = Office.Branch },
        ];
    }

    public ServiceMonth Month { get; }
    public List<StaffMember> Staff { get; }
    public List<PatientScene> Patients { get; } = [];
    public DateOnly? CompleteFrom { get; set; }

    public DateOnly Day(int day) => new(Month.Year, Month.Month, day);

    public StationScene Files(params string[] standards) {
        foreach (var standard in standards) _standards.Add(new() { Key = $"届出{standard}", Code = standard, From = new(2020, 1, 1) });
        return this;
    }

    public StationScene Building(string key, string? site = null, DateOnly? inclusiveFrom = null) {
        _buildings.Add(new() { Key = key, Name = $"{key}の家", Site = site, InclusiveCareFrom = inclusiveFrom });
        return this;
    }

    /// <summary>An insured adult at home with an instruction for the month, a disease and a condition.</summary>
    public PatientScene Patient(string key) {
        var patient = new PatientScene(this, key);
        Patients.Add(patient);
        return patient;
    }

    public MonthBundle Bundle => new() {
        Month = Month, BillingMonth = ServiceMonth.Of(Month.LastDay.AddDays(1).Year, Month.LastDay.AddDays(1).Month), VisitsCompleteFrom = CompleteFrom ?? Month.FirstDay.AddDays(-20),
        Station = new() { Key = "架空", Code = "0123456", Prefecture = "13", Name = "架空訪問看護ステーション", Address = "東京都架空区１−１", Phone = "03-0000-0000" },
        FacilityStandards = _standards, Staff = Staff, Buildings = _buildings,
        Trainings = [new() { Key = "研修", Staff = "専門看護師", Field = TrainingField.Palliative, CompletedOn = new(2020, 3, 31) }],
        Patients = [.. Patients.Select(p => p.Person)], Residences = All(p => p.Residences), InsuranceCards = All(p => p.Cards), Reductions = All(p => p.Reductions),
        PublicExpenses = All(p => p.PublicExpenses), LimitCertificates = All(p => p.Limits), CareInsurances = All(p => p.Care), Instructions = All(p => p.Instructions),
        Conditions = [.. Patients.Select(p => p.Condition)], ListedConditions = All(p => p.Listed), Diseases = All(p => p.Diseases), HospitalStays = All(p => p.Stays),
        OtherStations = All(p => p.Others), Agreements = All(p => p.Agreements), Visits = All(p => p.Visits), InformationLetters = All(p => p.Letters),
        DischargeGuidances = All(p => p.Guidances), Collaborations = All(p => p.Acts), ServiceEnds = All(p => p.Ends), Notes = All(p => p.Notes),
    };

    private IReadOnlyList<T> All<T>(Func<PatientScene, IEnumerable<T>> rows) => [.. Patients.SelectMany(rows)];

    private static StaffMember Person(string key, Licence licence) =>
        new() { Key = key, Name = key, Licence = licence, EmployedFrom = new(2020, 4, 1), PsychiatricFrom = new(2021, 4, 1) };
}
