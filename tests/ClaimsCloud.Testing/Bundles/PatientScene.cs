using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Testing.Bundles;

/// <summary>One patient of a <see cref="StationScene"/>.</summary>
public sealed class PatientScene {
    private readonly StationScene _scene;
    private int _rows;

    internal PatientScene(StationScene scene, string key) {
        _scene = scene;
        Person = new() { Key = key, Name = "架空　太郎", Kana = "カクウタロウ", Sex = "1", BirthDate = new(1980, 5, 15), ServiceStart = new(2024, 3, 4) };
        Residences.Add(new() { Key = Row(), Patient = key, From = new(2020, 1, 1), Place = "01", Address = "東京都架空区２−２" });
        Cards.Add(new() { Key = Row(), Patient = key, From = new(2020, 1, 1), InsurerNumber = "01130012", Symbol = "１２３４５６７８", Number = NumberOf(key), BranchNumber = "01", BenefitPercent = 70 });
        Condition = new() { Key = Row(), Patient = key, Text = "日常生活に介助が必要。" };
        Diseases.Add(new() { Key = Row(), Patient = key, Code = "1629006", IsMain = true });
        Instruct("01", 1, scene.Month.LastDay.Day);
    }

    public Patient Person { get; set; }
    public Condition Condition { get; set; }
    public List<Residence> Residences { get; } = [];
    public List<InsuranceCard> Cards { get; } = [];
    public List<CopayReduction> Reductions { get; } = [];
    public List<PublicExpenseCertificate> PublicExpenses { get; } = [];
    public List<LimitCertificate> Limits { get; } = [];
    public List<CareInsurance> Care { get; } = [];
    public List<Instruction> Instructions { get; } = [];
    public List<ListedCondition> Listed { get; } = [];
    public List<Disease> Diseases { get; } = [];
    public List<HospitalStay> Stays { get; } = [];
    public List<OtherStation> Others { get; } = [];
    public List<Agreement> Agreements { get; } = [];
    public List<Visit> Visits { get; } = [];
    public List<InformationLetter> Letters { get; } = [];
    public List<DischargeGuidance> Guidances { get; } = [];
    public List<Collaboration> Acts { get; } = [];
    public List<ServiceEnd> Ends { get; } = [];
    public List<ClaimNote> Notes { get; } = [];
    public string Key => Person.Key;

    /// <summary>A key of its own.</summary>
    public string Row() => $"{Person?.Key ?? "初"}-{++_rows:000}";

    /// <summary>番号 of a card: nobody has the number of another.</summary>
    private static string NumberOf(string key) => string.Concat($"{key.Aggregate(0, (sum, c) => ((sum * 31) + c) % 9_000_000) + 1_000_000}".Select(digit => (char)(digit - '0' + '０')));

    public DateOnly Day(int day) => _scene.Day(day);

    public PatientScene Visit(int day, Func<Visit, Visit>? but = null, string staff = "看護師", string from = "10:00", int minutes = 40, VisitKind kind = VisitKind.Nursing) {
        var start = TimeOnly.Parse(from);
        var visit = new Visit { Key = Row(), Patient = Key, Date = Day(day), Start = start, End = start.AddMinutes(minutes), Staff = staff, Kind = kind };
        if (visit.End <= visit.Start) visit = visit with { EndDate = visit.Date.AddDays(1) };
        Visits.Add(but is null ? visit : but(visit));
        return this;
    }

    public PatientScene Psychiatric(int day, int minutes = 40, Func<Visit, Visit>? but = null, string staff = "看護師", string from = "10:00") {
        if (!Instructions.Exists(i => i.Kind == "03")) Instruct("03", 1, _scene.Month.LastDay.Day);
        if (Condition.Gaf.Length == 0) Condition = Condition with { Gaf = "06", GafDate = Day(day) };
        return Visit(day, but, staff, from, minutes, VisitKind.Psychiatric);
    }

    public PatientScene Instruct(string kind, int from, int until) {
        Instructions.Add(new() {
            Key = Row(), Patient = Key, Kind = kind, From = Day(from), Until = Day(until), Prefecture = "13", FeeTable = "1", InstitutionCode = "0000001",
            InstitutionName = "架空クリニック", Physician = "医師　花子", LastReport = Day(until), SeveralStaffNeeded = kind is "03" or "04",
        });
        return this;
    }

    public PatientScene With(string listedCode) {
        Listed.Add(new() { Key = Row(), Patient = Key, Code = listedCode, From = new(2024, 1, 1) });
        return this;
    }

    public PatientScene Agree(AgreementKind kind) {
        Agreements.Add(new() { Key = Row(), Patient = Key, Kind = kind, From = new(2024, 1, 1) });
        return this;
    }

    public PatientScene LivesIn(string building, string place = "15") {
        Residences.Clear();
        Residences.Add(new() { Key = Row(), Patient = Key, From = new(2020, 1, 1), Place = place, Building = building, Address = "東京都架空区３−３" });
        return this;
    }

    public PatientScene LivesInSpecialArea() {
        Residences[0] = Residences[0] with { InSpecialArea = true };
        return this;
    }

    public PatientScene Act(CollaborationKind kind, int day, string staff = "看護師") {
        Acts.Add(new() { Key = Row(), Patient = Key, Kind = kind, Date = Day(day), Staff = staff });
        return this;
    }

    public PatientScene Letter(int day, string recipient) {
        Letters.Add(new() { Key = Row(), Patient = Key, Date = Day(day), Recipient = recipient });
        return this;
    }

    public PatientScene Public(string payerNumber, Func<PublicExpenseCertificate, PublicExpenseCertificate>? but = null) {
        var certificate = new PublicExpenseCertificate { Key = Row(), Patient = Key, From = new(2024, 1, 1), PayerNumber = payerNumber, RecipientNumber = payerNumber.StartsWith("30", StringComparison.Ordinal) ? "" : "0001230" };
        PublicExpenses.Add(but is null ? certificate : but(certificate));
        return this;
    }

    public PatientScene But(Func<Patient, Patient> but) {
        Person = but(Person);
        return this;
    }

    public PatientScene Insured(Func<InsuranceCard, InsuranceCard> but) {
        Cards[^1] = but(Cards[^1]);
        return this;
    }
}
