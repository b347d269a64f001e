using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Testing.Care;

/// <summary>
/// The sample month with care insurance beside the medical one, told alike by demo and tests: P3 has both insurances in one month, P4 comes back (her care level is another one), P5 is held, P6 has
/// 生活保護, P7 is over her plan.
/// </summary>
public static class CareStory {
    public const string Month = "202410", Office = "1360190001", Returned = "0000000004", Held = "0000000005";

    /// <summary>The records of a station.</summary>
    /// <param name="correctLevel">P4's care level as the town has it.</param>
    /// <param name="stationCode">7 digits.</param>
    public static byte[] Records(bool correctLevel, string stationCode = "9990018") {
        using var file = new MemoryStream();
        BundleWriter.WriteJson(Bundle(correctLevel, stationCode), file);
        return file.ToArray();
    }

    /// <summary>サービス提供票別表 of P5's care manager, as a CSV of its own.</summary>
    public static byte[] PlanOfFive(int units) => System.Text.Encoding.UTF8.GetBytes($"key,patient,serviceType,serviceItem,count,unitsWithinLimit\r\n1,P5,13,1111,4,{units}\r\n");

    public static MonthBundle Bundle(bool correctLevel, string stationCode) {
        using var sample = new MemoryStream(BundleSamples.Small());
        var month = BundleReader.Read(sample).Bundle!;
        return month with {
            Station = month.Station with { Code = stationCode, CareOfficeNumber = Office, CareRegion = "1" },
            Patients = [.. month.Patients, Person("P4", "青木　さち", "アオキサチ"), Person("P5", "石井　トメ", "イシイトメ"), Person("P6", "上田　実", "ウエダミノル"), Person("P7", "江口　ミツ", "エグチミツ")],
            Residences = [.. month.Residences, .. Everybody.Select(p => new Residence { Key = $"R{p}", Patient = p, From = new(2024, 2, 1), Place = "01", Address = "東京都みなと市若葉１−１" })],
            CareInsurances = [
                .. month.CareInsurances.Select(c => Insured("P3", "0000000003", "23") with { Key = c.Key, From = c.From, BillsEmergency = c.BillsEmergency }),
                Insured("P4", Returned, correctLevel ? "22" : "21"), Insured("P5", Held, "21"), Insured("P6", "0000000006", "24"), Insured("P7", "0000000007", "23"),
            ],
            CareFilings = [new() { Key = "CF1", Kind = CareFilingKind.EmergencyTwo, From = new(2024, 6, 1) }],
            PublicExpenses = [.. month.PublicExpenses, new() { Key = "K6", Patient = "P6", From = new(2024, 4, 1), PayerNumber = "12130001", RecipientNumber = "0000018" }],
            Instructions = [.. month.Instructions, .. Everybody.Select(p => month.Instructions.First(i => i.Key == "I3") with { Key = $"I{p}", Patient = p })],
            CarePlans = [Plan("P3", "1501", 3, 795), Plan("P4", "1211", 4, 3292), Plan("P5", "1111", 4, 1884), Plan("P6", "1211", 2, 1646), Plan("P7", "1211", 2, 1646)],
            Visits = [.. month.Visits, .. Visits("P4", 4, 45), .. Visits("P5", 4, 25), .. Visits("P6", 2, 45), .. Visits("P7", 3, 45)],
        };
    }

    private static readonly string[] Everybody = ["P4", "P5", "P6", "P7"];

    private static Patient Person(string key, string name, string kana) => new() { Key = key, Name = name, Kana = kana, Sex = "2", BirthDate = new(1940, 2, 1), ServiceStart = new(2024, 2, 1) };

    private static CareInsurance Insured(string patient, string number, string level) => new() {
        Key = $"C{patient}", Patient = patient, From = new(2024, 2, 1), Until = new(2026, 1, 31), Level = CareLevel.Care, InsurerNumber = "131011", InsuredNumber = number, LevelCode = level,
        BenefitPercent = 90, PlanAuthor = CarePlanAuthor.Office, PlanOffice = "1370100016",
    };

    private static CarePlanLine Plan(string patient, string item, int count, int units) => new() { Key = $"PL{patient}", Patient = patient, ServiceType = "13", ServiceItem = item, Count = count, UnitsWithinLimit = units };

    private static IEnumerable<Visit> Visits(string patient, int count, int minutes) => Enumerable.Range(0, count).Select(n => new Visit {
        Key = $"V{patient}{n}", Patient = patient, Date = new(2024, 10, 2 + (7 * n)), Start = new(10, 0), End = new TimeOnly(10, 0).AddMinutes(minutes), Staff = "N2", Payer = VisitPayer.Care,
    });
}
