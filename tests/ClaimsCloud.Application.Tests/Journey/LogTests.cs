using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Journey;

/// <summary>A month and a claim file go through the host, read, searched, locked and exported on the way; no name and no number of anybody is in a line that the host logged, nor in the audit log.</summary>
public sealed class LogTests {
    private static readonly string[] OfPeople = ["氏名", "カナ", "番号", "記号", "生年月日", "住所", "電話"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_can_be_recognised_in_the_logs_of_a_whole_run() {
        await using var cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        var station = await cloud.OpenStation();
        using var admin = station.Admin();
        using var device = await station.Device();
        using var edge = await device.Client();
        await admin.Import(BundleTexts.Month, BundleTexts.Replaced(BundleTexts.StationCode, "1234567"));
        var seeded = new HashSet<string>(StringComparer.Ordinal);
        var patients = (await admin.Get<Page<PatientRow>>($"months/{BundleTexts.Month}/patients")).Items;
        foreach (var patient in patients) {
            seeded.UnionWith([patient.Name, patient.Kana ?? ""]);
            var sheet = await admin.Get<SheetDetail>($"months/{BundleTexts.Month}/sheet?patient={patient.Patient}");
            foreach (var table in sheet.Tables)
                foreach (var row in table.Rows)
                    seeded.UnionWith(table.Columns.Zip(row.Values).Where(cell => OfPeople.Any(cell.First.Contains)).Select(cell => cell.Second));
            await admin.Get<Page<PatientRow>>($"months/{BundleTexts.Month}/patients?search={Uri.EscapeDataString(patient.Name)}");
        }
        (await admin.PostAsync($"months/{BundleTexts.Month}/builds", null, Stop)).Dispose();
        var file = await admin.UploadAndCheck(SampleFiles.Claims(3, name: i => $"看護　花子{(char)('Ａ' + i)}"));
        var claims = (await admin.Claims(file.FileId)).Items;
        seeded.UnionWith(claims.Select(c => c.PatientName));
        await admin.Claims(file.FileId, $"?search={Uri.EscapeDataString(claims[0].PatientName)}");
        await admin.Seal(file.FileId);
        await edge.PlaceSealed(cloud.Time.GetUtcNow());
        await edge.Send("list", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList());
        await admin.FileWhen(file.FileId, ClaimFileState.Answered);
        (await admin.PostAsync($"months/{BundleTexts.Month}/lock", null, Stop)).EnsureSuccessStatusCode();
        (await admin.PostAsJsonAsync($"months/{BundleTexts.Month}/unlock", new UnlockMonth($"{patients[0].Name}様の保険証"), Stop)).EnsureSuccessStatusCode();
        var audit = await admin.GetStringAsync(AuditRoutes.Export, Stop);

        seeded.RemoveWhere(text => text.Length < 4);
        Assert.True(seeded.Count > 10, $"only {seeded.Count} texts to look for");
        foreach (var text in seeded.SelectMany(t => new[] { t, Uri.EscapeDataString(t) })) {
            Assert.DoesNotContain(cloud.Log, line => line.Contains(text, StringComparison.Ordinal));
            Assert.DoesNotContain(text, audit, StringComparison.Ordinal);
        }
    }
}
