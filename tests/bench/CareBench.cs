using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Building;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Bench;

/// <summary>Care-insurance claims from visits on one core: months of eight visits, to a file that goes nowhere; processor time, because the machine is shared.</summary>
internal static class CareBench {
    private const int Rounds = 5;
    private const int Visits = 8;
    private const int Claims = 20_000;

    public static int Run(int patients) {
        var bundle = Month(patients);
        var codes = new CareServiceCodes(bundle.Month, []);
        var best = double.MaxValue;
        var count = 0;
        for (var round = 0; round < Rounds; round++) {
            var start = Environment.CpuUsage.TotalTime;
            for (count = 0; count < Claims;) {
                var claims = MonthCareClaims.Build(bundle, codes, new()).SelectMany(p => p.Claims).ToList();
                CareClaimFile.Write(bundle, claims, new(), Stream.Null);
                count += claims.Count;
            }
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalSeconds);
        }
        Console.WriteLine($"{count:N0} care claims of {Visits} visits in months of {patients:N0}, {count / best:N0} claims per second of processor time");
        return 0;
    }

    private static MonthBundle Month(int patients) => new() {
        Month = ServiceMonth.Of(2025, 4), BillingMonth = ServiceMonth.Of(2025, 5),
        Station = new() { Key = "s", Code = "0190001", Prefecture = "13", Name = "訪問看護さくら", CareOfficeNumber = "1360190001", CareRegion = "1" },
        Staff = [new() { Key = "n", Name = "看護師", Licence = Licence.Nurse, EmployedFrom = new(2020, 1, 1) }],
        CareFilings = [Filing(CareFilingKind.EmergencyTwo), Filing(CareFilingKind.ServiceStructureTwo)],
        Patients = [.. Of(patients, i => new Patient { Key = $"{i:000000}", Name = "訪問　花子", Sex = "2", BirthDate = new(1940, 1, 1), ServiceStart = new(2024, 1, 1) })],
        CareInsurances = [.. Of(patients, i => new CareInsurance {
            Key = $"{i:000000}", Patient = $"{i:000000}", From = new(2025, 1, 1), Until = new(2026, 12, 31), Level = CareLevel.Care, InsurerNumber = "131011", InsuredNumber = $"{i:0000000000}", LevelCode = "23",
            BenefitPercent = 90, PlanOffice = "1370100016", BillsEmergency = true,
        })],
        PublicExpenses = [.. Of(patients / 4, i => new PublicExpenseCertificate { Key = $"{i:000000}", Patient = $"{i:000000}", From = new(2024, 1, 1), PayerNumber = "12130001", RecipientNumber = "0000018" })],
        CarePlans = [.. Of(patients, i => new CarePlanLine { Key = $"{i:000000}", Patient = $"{i:000000}", ServiceType = "13", ServiceItem = "1211", Count = Visits, UnitsWithinLimit = Visits * 823 })],
        Visits = [.. Of(patients * Visits, i => new Visit {
            Key = $"{i}", Patient = $"{i / Visits:000000}", Date = new(2025, 4, 1 + (3 * (i % Visits))), Start = new(10, 0), End = new(10, 45), Staff = "n", Payer = VisitPayer.Care,
        })],
    };

    private static IEnumerable<T> Of<T>(int count, Func<int, T> row) => Enumerable.Range(0, count).Select(row);

    private static CareFiling Filing(CareFilingKind kind) => new() { Key = kind.ToString(), Kind = kind, From = new(2024, 6, 1) };
}
