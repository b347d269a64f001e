using System.Globalization;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Building;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.CareClaims.Files;
using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.CareClaims;

/// <summary>An invented station with care visits in April 2025, changed by <c>with</c>.</summary>
internal static class CareScene {
    public static readonly MonthBundle Empty = new() {
        Month = ServiceMonth.Of(2025, 4), BillingMonth = ServiceMonth.Of(2025, 5),
        Station = new() { Key = "s", Code = "0190001", Prefecture = "13", Name = "訪問看護さくら", CareOfficeNumber = "1360190001", CareRegion = "1" },
        Staff = [
            Member("nurse", Licence.Nurse), Member("assistant", Licence.AssistantNurse), Member("therapist", Licence.PhysicalTherapist), Member("aide", Licence.NursingAide), Member("midwife", Licence.Midwife),
        ],
    };

    /// <summary>The three people of the reference's worked file.</summary>
    public static MonthBundle Worked { get; } = WithPlan(WithPlan(WithPlan(Empty with {
        CareFilings = [Filing(CareFilingKind.EmergencyTwo), Filing(CareFilingKind.ServiceStructureTwo) with { From = Day(16) }],
        Patients = [
            Person("a") with { BirthDate = new(1940, 1, 15) }, Person("b") with { BirthDate = new(1945, 12, 3), Sex = "1" }, Person("c") with { BirthDate = new(1955, 11, 11), Sex = "1" },
        ],
        CareInsurances = [
            Insured("a", "0000000001", "23") with { PlanOffice = "1370100015", BillsEmergency = true, From = new(2025, 1, 1), Until = new(2026, 12, 31) },
            Insured("b", "0000000002", "21") with { PlanOffice = "1370100015", From = new(2025, 4, 1), Until = new(2026, 3, 31) },
            Insured("c", "0000000003", "24") with { PlanOffice = "1370100015", From = new(2024, 7, 1), Until = new(2027, 6, 30) },
        ],
        PublicExpenses = [Public("b", "12130000") with { RecipientNumber = "0000001" }, Public("c", "54136015") with { RecipientNumber = "2", SharePercent = 20, MonthlyCapYen = 2500 }],
        Visits = [
            .. Enumerable.Range(16, 8).Select(d => Visit("a", d, 10, 45)), .. Enumerable.Range(1, 4).Select(d => Visit("b", d, 10, 25)), .. Enumerable.Range(1, 4).Select(d => Visit("c", d, 14, 30)),
        ],
    }, "a", "1211", 8, 6584), "b", "1111", 4, 1884), "c", "1211", 4, 3292);

    /// <summary>One person with care level 3 and a plan that holds everything.</summary>
    public static MonthBundle One(params Visit[] visits) => WithPlan(Empty with {
        Patients = [Person("a")], CareInsurances = [Insured("a", "0000000001", "23")], Visits = visits,
    }, "a", "1211", 4, 99_000);

    public static MonthBundle WithPlan(MonthBundle bundle, string patient, string item, int count, int units, string type = "13") => bundle with {
        CarePlans = [.. bundle.CarePlans, new() { Key = $"p{bundle.CarePlans.Count}", Patient = patient, ServiceType = type, ServiceItem = item, Count = count, UnitsWithinLimit = units }],
    };

    public static Patient Person(string key) => new() { Key = key, Name = "訪問　花子", Sex = "2", BirthDate = new(1940, 2, 1), ServiceStart = new(2024, 6, 1) };

    public static CareInsurance Insured(string patient, string number, string level) => new() {
        Key = $"k{number}{level}", Patient = patient, From = new(2025, 1, 1), Until = new(2026, 12, 31), Level = level[0] == '1' ? CareLevel.Support : CareLevel.Care, InsurerNumber = "131011", InsuredNumber = number,
        LevelCode = level, BenefitPercent = 90, PlanOffice = "1370100016", PlanAuthor = level[0] == '1' ? CarePlanAuthor.PreventionOffice : CarePlanAuthor.Office,
    };

    public static PublicExpenseCertificate Public(string patient, string payer) => new() { Key = $"e{patient}{payer}", Patient = patient, From = new(2024, 4, 1), PayerNumber = payer, RecipientNumber = "0000018" };

    /// <summary>A 公費負担者番号 of a programme, with its check digit.</summary>
    public static string Payer(string law) => $"{law}13601{CheckDigit.Of($"{law}13601")}";

    public static CareFiling Filing(CareFilingKind kind) => new() { Key = kind.ToString(), Kind = kind, From = new(2024, 6, 1) };

    public static Visit Visit(string patient, int day, int hour, int minutes, string staff = "nurse") => new() {
        Key = $"v{patient}{day:00}{hour:00}", Patient = patient, Date = Day(day), Start = new(hour, 0), End = new TimeOnly(hour, 0).AddMinutes(minutes), EndDate = hour * 60 + minutes >= 1440 ? Day(day).AddDays(1) : null,
        Staff = staff, Payer = VisitPayer.Care,
    };

    public static DateOnly Day(int day) => new(2025, 4, day);

    /// <summary>Base codes of 介護予防 under numbers that no official table has.</summary>
    public static IReadOnlyList<CareServiceCode> Prevention { get; } = Import("63,Z003,予訪看Ⅰ３,794,,visit,202406,\n63,Z002,予訪看Ⅰ２,451,,visit,202406,");

    public static IReadOnlyList<CareServiceCode> Import(string rows) => CareCodeImport.Read(Table(rows)).Codes!;

    public static MemoryStream Table(string rows, string more = "") => new(System.Text.Encoding.UTF8.GetBytes($"type,item,name,units,rate,basis,from,until{more}\n{rows}\n"));

    public static List<CarePatientClaims> Build(MonthBundle bundle, CareSettings? settings = null, IReadOnlyList<CareServiceCode>? imported = null) =>
        [.. MonthCareClaims.Build(bundle, new CareServiceCodes(bundle.Month, imported ?? []), settings ?? new())];

    public static CareClaim Single(MonthBundle bundle, CareSettings? settings = null, IReadOnlyList<CareServiceCode>? imported = null) => Build(bundle, settings, imported).Single().Claims.Single();

    public static byte[] File(MonthBundle bundle, IEnumerable<CareClaim> claims, CareSettings? settings = null) {
        var file = new MemoryStream();
        CareClaimFile.Write(bundle, claims, settings ?? new(), file);
        return file.ToArray();
    }

    /// <summary>The lines of a claim: item, units, count, 摘要.</summary>
    public static string Lines(CareClaim claim) => string.Join(' ', claim.Lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Code.Item}:{l.UnitsEach}x{l.Count}{(l.Remarks.Length == 0 ? "" : "/" + l.Remarks)}")));

    private static StaffMember Member(string key, Licence licence) => new() { Key = key, Name = key, Licence = licence, EmployedFrom = new(2020, 1, 1) };
}
