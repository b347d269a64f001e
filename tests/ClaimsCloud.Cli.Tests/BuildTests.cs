using System.Text;
using System.Text.Json;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Bundles;

namespace ClaimsCloud.Cli.Tests;

/// <summary><c>claims build</c> and <c>claims explain</c>, as somebody at a keyboard meets them.</summary>
public sealed class BuildTests : IDisposable {
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claims-build");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, InlineData(2024), InlineData(2026)]
    public void Sixty_patients_become_a_clean_file_for_each_payer(int year) {
        var (exit, output, error) = Claims.Run(Json(SixtyPatients.Of(year, 6)), "build", "-", "--out", _folder.FullName, "--json");
        Assert.Equal("", error);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(0, report.GetProperty("keptBack").GetArrayLength());
        Assert.Equal(["1", "2"], report.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("payer").GetString()));
        Assert.All(report.GetProperty("files").EnumerateArray(), f => {
            Assert.Equal(0, f.GetProperty("errors").GetInt32());
            var (checkExit, findings) = Claims.Check(File.ReadAllBytes(f.GetProperty("path").GetString()!));
            Assert.True(checkExit is 0, string.Join('\n', findings.Where(x => x.GetProperty("verdict").GetString() == "fail").Select(x => x.ToString())));
        });
        Assert.InRange(exit, 0, 1);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "report.json")));
    }

    [Fact]
    public void A_patient_with_bad_data_is_kept_back_and_the_others_leave() {
        var scene = new StationScene(2024, 6);
        scene.Patient("良").Visit(3);
        scene.Patient("悪").Visit(3).Instructions.Clear();
        var (exit, output, _) = Claims.Run(Json(scene.Bundle), "build", "-", "--out", _folder.FullName, "--json");
        Assert.Equal(1, exit);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["悪"], report.GetProperty("keptBack").EnumerateArray().Select(k => k.GetString()));
        Assert.Equal(["良"], report.GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("patient").GetString()));
    }

    [Fact]
    public void A_payer_without_claims_has_no_file_even_where_an_earlier_build_left_one() {
        var scene = new StationScene(2024, 6);
        var patient = scene.Patient("患者").Visit(3);
        patient.Insured(c => c with { InsurerNumber = SixtyPatients.Number("13812") });
        Claims.Run(Json(scene.Bundle), "build", "-", "--out", _folder.FullName);
        Assert.True(File.Exists(FileOf("kokuho-rengo")));
        patient.Insured(c => c with { InsurerNumber = SixtyPatients.Number("0113001") });
        Claims.Run(Json(scene.Bundle), "build", "-", "--out", _folder.FullName);
        Assert.False(File.Exists(FileOf("kokuho-rengo")));
        Assert.True(File.Exists(FileOf("shiharai-kikin")));
    }

    [Fact]
    public void A_line_is_explained_by_its_visits_and_rule() {
        var scene = new StationScene(2024, 6);
        scene.Patient("患者").Visit(3);
        Claims.Run(Json(scene.Bundle), "build", "-", "--out", _folder.FullName);
        var (exit, output, _) = Claims.Run(null, "explain", FileOf("shiharai-kikin"), "--claim", "1", "--line", "1");
        var text = Encoding.UTF8.GetString(output);
        Assert.Equal(0, exit);
        Assert.Contains("510000110", text, StringComparison.Ordinal);
        Assert.Contains(scene.Patients[0].Visits[0].Key, text, StringComparison.Ordinal);
        Assert.Contains("K10", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_changed_since_or_has_no_such_line_is_not_explained() {
        var scene = new StationScene(2024, 6);
        scene.Patient("患者").Visit(3);
        Claims.Run(Json(scene.Bundle), "build", "-", "--out", _folder.FullName);
        Assert.Equal(2, Claims.Run(null, "explain", FileOf("shiharai-kikin"), "--claim", "1", "--line", "99").Exit);
        var bytes = File.ReadAllBytes(FileOf("shiharai-kikin"));
        var changed = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("510000110,,5550", "510000110,,5560", StringComparison.Ordinal));
        File.WriteAllBytes(FileOf("shiharai-kikin"), changed);
        Assert.Equal(2, Claims.Run(null, "explain", FileOf("shiharai-kikin"), "--claim", "1", "--line", "1").Exit);
    }

    [Fact]
    public void An_imported_master_decides_the_amounts_and_a_store_that_is_missing_or_damaged_stops_the_build() {
        var store = Directory.CreateDirectory(Path.Combine(_folder.FullName, "store")).FullName;
        var pack = Path.Combine(store, "fees-2024-06.zip");
        File.WriteAllBytes(pack, FeePacks.With("510000110", ",5550,", ",5560,"));
        var scene = new StationScene(2024, 6);
        scene.Patient("患者").Visit(3);
        var (_, output, _) = Claims.Run(Json(scene.Bundle), "build", "-", "--out", _folder.FullName, "--store", store, "--json");
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal([5560 + 7670], report.GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("totalYen").GetInt32()));
        Assert.Equal([0], report.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("errors").GetInt32()));

        // The check judges by the same store, and by what the product carries without it.
        var made = FileOf(report.GetProperty("files")[0].GetProperty("path").GetString()!.Split('/', '\\')[^2]);
        var (clean, found, _) = Claims.Run(null, "uke", "check", made, "--json", "--coverage", "--store", store);
        Assert.Equal(0, clean);
        Assert.Matches("^[0-9.-]+ fees-2024-06:[0-9a-f]{8}$", JsonDocument.Parse(found).RootElement.GetProperty("version").GetString());
        Assert.Equal(1, Claims.Run(null, "uke", "check", made).Exit);

        File.WriteAllText(pack, "damaged");
        Assert.Equal(2, Claims.Run(null, "uke", "check", made, "--store", store).Exit);
        foreach (var folder in new[] { store, store + "2" }) {
            var (exit, _, error) = Claims.Run(Json(scene.Bundle), "build", "-", "--out", Path.Combine(_folder.FullName, "second"), "--store", folder);
            Assert.Equal(2, exit);
            Assert.NotEmpty(error);
        }
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "second")));
    }

    private string FileOf(string folder) => Path.Combine(_folder.FullName, folder, "RECEIPTH.UKE");

    private static byte[] Json(MonthBundle bundle) {
        var file = new MemoryStream();
        BundleWriter.WriteJson(bundle, file);
        return file.ToArray();
    }
}
