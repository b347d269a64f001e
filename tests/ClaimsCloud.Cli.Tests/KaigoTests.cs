using System.Text;
using System.Text.Json;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Cli.Tests;

/// <summary><c>claims kaigo</c>, as somebody at a keyboard meets it.</summary>
public sealed class KaigoTests : IDisposable {
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claims-kaigo");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_month_becomes_a_file_that_its_own_check_takes_and_a_patient_without_a_plan_stays() {
        var (exit, output, error) = Claims.Run(Json(Month()), "kaigo", "build", "-", "--out", _folder.FullName, "--json");
        Assert.Equal(("", 1), (error, exit));
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["b"], report.GetProperty("keptBack").EnumerateArray().Select(k => k.GetString()));
        Assert.Equal(0, report.GetProperty("fileFindings").GetArrayLength());
        Assert.All(report.GetProperty("payers").EnumerateArray(), p => Assert.Equal("care", p.GetProperty("payer").GetString()));
        Assert.Equal((9382, 939), (report.GetProperty("claims")[0].GetProperty("costYen").GetInt32(), report.GetProperty("claims")[0].GetProperty("payableYen").GetInt32()));
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "kaigo-report.json")));

        var path = report.GetProperty("path").GetString()!;
        Assert.Equal("K250405.CSV", Path.GetFileName(path));
        var (checkExit, found, _) = Claims.Run(null, "kaigo", "check", path, "--json");
        Assert.Equal((0, "[]"), (checkExit, Encoding.UTF8.GetString(found)));
        var (_, lines, _) = Claims.Run(null, "kaigo", "read", path, "--json");
        Assert.Equal(["control", "7111", "7131-01", "7131-02", "7131-10", "end"], JsonDocument.Parse(lines).RootElement.EnumerateArray().Select(l => l.GetProperty("record").GetString()));
    }

    [Fact]
    public void The_plan_of_the_care_manager_may_come_in_a_file_of_its_own() {
        var plans = Path.Combine(_folder.FullName, "plans.csv");
        File.WriteAllText(plans, "key,patient,serviceType,serviceItem,count,unitsWithinLimit\np1,a,13,1211,2,1646\np2,b,13,1211,1,823\n");
        var (exit, output, _) = Claims.Run(Json(Month()), "kaigo", "build", "-", "--out", _folder.FullName, "--plans", plans, "--json");
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, 0), (exit, report.GetProperty("keptBack").GetArrayLength()));
        Assert.Equal([2, 1], report.GetProperty("claims")[0].GetProperty("planDifferences").EnumerateArray().SelectMany(d => new[] { d.GetProperty("plannedCount").GetInt32(), d.GetProperty("actualCount").GetInt32() }));
        File.WriteAllText(plans, "nothing\n1\n");
        Assert.Equal(2, Claims.Run(Json(Month()), "kaigo", "build", "-", "--out", _folder.FullName, "--plans", plans).Exit);
    }

    [Fact]
    public void Only_one_patient_is_sent_again_and_an_unknown_setting_is_refused() {
        var (exit, _, _) = Claims.Run(Json(Month()), "kaigo", "build", "-", "--out", _folder.FullName, "--only", "a");
        Assert.Equal(0, exit);
        var (refused, _, error) = Claims.Run(Json(Month()), "kaigo", "build", "-", "--out", _folder.FullName, "--set", "start-day=never");
        Assert.Equal(2, refused);
        Assert.Contains("start-day=first-visit", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_table_is_shown_kept_and_used() {
        var table = "type,item,name,units,rate,basis,from,until\n13,1211,訪看Ⅰ３,900,,visit,202406,\n"u8.ToArray();
        var (exit, output, _) = Claims.Run(table, "kaigo", "codes", "import", "-", "--store", _folder.FullName, "--json");
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal((1, "kept"), (exit, report.GetProperty("outcome").GetString()));
        Assert.Equal("131211", report.GetProperty("changed")[0].GetString());
        Assert.Equal("CT04", report.GetProperty("findings")[0].GetProperty("code").GetString());
        var (_, built, _) = Claims.Run(Json(Month()), "kaigo", "build", "-", "--out", _folder.FullName, "--store", _folder.FullName, "--only", "a", "--json");
        Assert.Equal(10260, JsonDocument.Parse(built).RootElement.GetProperty("claims")[0].GetProperty("costYen").GetInt32());
        Assert.Equal(2, Claims.Run("x,y\n"u8.ToArray(), "kaigo", "codes", "import", "-").Exit);
    }

    [Fact]
    public void A_cut_file_is_refused() => Assert.Equal(2, Claims.Run("1,1,0,1,711,0,0,1360190001,0,7,202505,0\r\n"u8.ToArray(), "kaigo", "check", "-").Exit);

    private static byte[] Json(MonthBundle bundle) {
        var file = new MemoryStream();
        BundleWriter.WriteJson(bundle, file);
        return file.ToArray();
    }

    private static MonthBundle Month() => new() {
        Month = ServiceMonth.Of(2025, 4), BillingMonth = ServiceMonth.Of(2025, 5),
        Station = new() { Key = "s", Code = "0190001", Prefecture = "13", Name = "訪問看護さくら", CareOfficeNumber = "1360190001", CareRegion = "1" },
        Staff = [new() { Key = "n", Name = "看護師", Licence = Licence.Nurse, EmployedFrom = new(2020, 1, 1) }],
        Patients = [Person("a"), Person("b")], CareInsurances = [Insured("a"), Insured("b")],
        CarePlans = [new() { Key = "p", Patient = "a", ServiceType = "13", ServiceItem = "1211", Count = 1, UnitsWithinLimit = 900 }],
        Visits = [Visit("a"), Visit("b")],
    };

    private static Patient Person(string key) => new() { Key = key, Name = "訪問　花子", Sex = "2", BirthDate = new(1940, 1, 1), ServiceStart = new(2024, 1, 1) };

    private static CareInsurance Insured(string patient) => new() {
        Key = patient, Patient = patient, From = new(2025, 1, 1), Until = new(2026, 12, 31), Level = CareLevel.Care, InsurerNumber = "131011", InsuredNumber = patient == "a" ? "0000000001" : "0000000002",
        LevelCode = "23", BenefitPercent = 90, PlanOffice = "1370100016",
    };

    private static Visit Visit(string patient) => new() { Key = patient, Patient = patient, Date = new(2025, 4, 3), Start = new(10, 0), End = new(10, 45), Staff = "n", Payer = VisitPayer.Care };
}
