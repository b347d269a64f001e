using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Claims;

public sealed class BuildTests : IAsyncLifetime {
    private const string Month = BundleTexts.Month;
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;
    private HttpClient biller = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run();
        station = await cloud.OpenStation(BundleTexts.StationCode);
        biller = station.Biller();
        await biller.Import(Month, BundleTexts.Sample);
    }

    [Fact]
    public async Task A_month_becomes_a_clean_file_for_each_payer_and_every_line_has_its_reason() {
        var build = await Built();
        Assert.Equal((ClaimBuildState.Done, 0), (build.State, build.KeptBack));
        Assert.Equal(["1", "2"], build.Files.Select(f => f.Payer));
        foreach (var row in build.Files) {
            var file = await biller.FileWhen(row.FileId, ClaimFileState.Checked);
            Assert.True(file.File.Errors == 0, string.Join('\n', (await biller.Findings(row.FileId)).Items.Select(f => $"{f.Code} {f.Line} {f.Message}")));
            Assert.Equal((row.Claims, row.Payer, true), (file.File.Claims, file.Payer, file.Sealable));
            Assert.Equal(["built", "checked"], file.Chain.Select(l => l.Kind));
            for (var number = 1; number <= row.Claims; number++) {
                var reasons = await biller.Get<List<ReasonRow>>($"claim-files/{row.FileId}/claims/{number}/reasons");
                Assert.NotEmpty(reasons);
                Assert.All(reasons, r => Assert.True(r.Why.Length > 0 && r.Rule.Length > 0 && r.Source.Length > 0));
                Assert.Equal((await biller.Claims(row.FileId)).Items[number - 1].TotalYen, reasons.Sum(r => (long)r.Yen));
            }
        }
    }

    [Fact]
    public async Task Each_patient_has_an_invoice_whose_lines_are_its_total() {
        var build = await Built();
        var patients = await biller.Get<Page<BuiltPatientRow>>($"months/{Month}/builds/{build.BuildId}/patients");
        Assert.Equal(build.TotalYen, patients.Items.Sum(p => p.TotalYen));
        Assert.Equal(build.PatientYen, patients.Items.Sum(p => p.PatientYen));
        foreach (var patient in patients.Items.Where(p => p.Claims > 0)) {
            var invoices = await biller.Get<List<InvoiceDetail>>($"months/{Month}/builds/{build.BuildId}/invoices?patient={patient.Patient}");
            Assert.Equal(patient.Claims, invoices.Count);
            Assert.All(invoices, i => Assert.Equal((i.TotalYen, 0L), (i.Lines.Sum(l => l.Yen), i.PayableYen % 10)));
        }
    }

    [Fact]
    public async Task A_patient_whose_data_is_wrong_is_kept_back_and_the_others_leave() {
        var form = await biller.Row(Month, "instructions", "P1", "I1");
        await biller.TryDelete(Month, "instructions", "P1", "I1", form.Revision);
        var build = await Built();
        Assert.Equal((ClaimBuildState.Done, 1), (build.State, build.KeptBack));
        var findings = await biller.Get<Page<MonthFindingRow>>($"months/{Month}/builds/{build.BuildId}/findings");
        Assert.Contains(findings.Items, f => f is { Patient: "P1", KeepsBack: true });
        Assert.Equal("kept-back", (await biller.Get<Page<BuiltPatientRow>>($"months/{Month}/builds/{build.BuildId}/patients?search=P1")).Items[0].Fate);
        Assert.Equal("not-found", (await biller.GetAsync($"months/{Month}/builds/{build.BuildId}/invoices?patient=P1").Refusal()).Code);
    }

    [Fact]
    public async Task A_month_that_no_fee_table_covers_is_refused_and_nothing_is_made() {
        using var opened = await biller.PostAsJsonAsync("months/202309", new OpenMonth(null));
        var build = await Built("202309");
        Assert.Equal((ClaimBuildState.Refused, 0), (build.State, build.Files.Count));
        Assert.Contains((await biller.Get<Page<MonthFindingRow>>($"months/202309/builds/{build.BuildId}/findings")).Items, f => f is { Code: "no-fee-schedule", Verdict: "not-checked" });
    }

    [Fact]
    public async Task Building_again_makes_new_files_and_leaves_the_first_as_they_were() {
        var first = await Built();
        var before = await biller.FileWhen(first.Files[0].FileId, ClaimFileState.Checked);
        var second = await Built();
        Assert.Empty(first.Files.Select(f => f.FileId).Intersect(second.Files.Select(f => f.FileId)));
        Assert.Equal(before.Sha256, (await biller.FileWhen(second.Files[0].FileId, ClaimFileState.Checked)).Sha256);
        Assert.Equal([second.BuildId, first.BuildId], (await biller.Get<List<ClaimBuildDetail>>($"months/{Month}/builds")).Select(b => b.BuildId));
    }

    public async ValueTask DisposeAsync() {
        biller.Dispose();
        await cloud.DisposeAsync();
    }

    private async Task<ClaimBuildDetail> Built(string month = Month) {
        using var answer = await biller.PostAsync($"months/{month}/builds", null);
        var build = (await answer.Content.ReadFromJsonAsync<ClaimBuildDetail>())!;
        return await Eventually.Get($"build {build.BuildId} ended", async () => {
            var now = await biller.Get<ClaimBuildDetail>($"months/{month}/builds/{build.BuildId}");
            return now.State == ClaimBuildState.Running ? null : now;
        });
    }
}
