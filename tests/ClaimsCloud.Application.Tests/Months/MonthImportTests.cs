using System.Net;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Months;

public sealed class MonthImportTests : IAsyncLifetime {
    private const string Month = BundleTexts.Month;
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;
    private HttpClient biller = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run();
        station = await cloud.OpenStation(BundleTexts.StationCode);
        biller = station.Biller();
    }

    [Fact]
    public async Task A_bundle_opens_its_month_and_comes_back_as_it_was() {
        var import = await biller.Import(Month, BundleTexts.Sample);
        Assert.Equal((ImportState.Done, 0, 0), (import.State, import.RefusedPatients, import.Changed));
        Assert.Equal(BundleRows.Of(BundleTexts.Bundle).Count(), import.Added);

        var month = await biller.Month(Month);
        Assert.Equal((MonthState.Open, 3, BundleTexts.Bundle.Visits.Count), (month.State, month.Patients, month.Visits));
        foreach (var form in (string[])["json", "zip"])
            Assert.Equal(BundleDigest.Of(BundleTexts.Bundle), BundleDigest.Of(BundleTexts.Of(await biller.Bundle(Month, form))));
    }

    [Fact]
    public async Task The_same_bundle_twice_changes_nothing_and_says_so_of_each_row() {
        await biller.Import(Month, BundleTexts.Sample);
        var before = await biller.Get<MonthEditPage>($"months/{Month}/edits");
        var again = await biller.Import(Month, BundleTexts.Sample);
        Assert.Equal((0, 0, 0, BundleRows.Of(BundleTexts.Bundle).Count()), (again.Added, again.Changed, again.Removed, again.Unchanged));
        var rows = await biller.Get<Page<ImportRow>>($"months/{Month}/imports/{again.ImportId}/rows");
        Assert.All(rows.Items, r => Assert.Equal("unchanged", r.State));
        Assert.Equal(before.Items.Select(e => e.EditId), (await biller.Get<MonthEditPage>($"months/{Month}/edits")).Items.Select(e => e.EditId));
    }

    [Fact]
    public async Task A_bad_patient_is_refused_whole_and_does_not_hold_up_the_others() {
        var import = await biller.Import(Month, BundleTexts.Replaced("\"1979-02-15\"", "\"1979-02-31\""));
        Assert.Equal((ImportState.Done, 1), (import.State, import.RefusedPatients));
        Assert.Equal(["P3", "P1"], (await biller.Get<Page<PatientRow>>($"months/{Month}/patients")).Items.Select(p => p.Patient).OrderDescending());
        var finding = (await biller.Get<Page<MonthFindingRow>>($"months/{Month}/imports/{import.ImportId}/findings")).Items.First(f => f.KeepsBack);
        Assert.Equal(("P2", "patients", "P2", "birthDate"), (finding.Patient, finding.Table, finding.Key, finding.Field));
        Assert.NotNull(finding.Line);
    }

    [Fact]
    public async Task A_patient_that_is_refused_later_stays_as_it_was() {
        await biller.Import(Month, BundleTexts.Sample);
        var before = await biller.Sheet(Month, "P2");
        var import = await biller.Import(Month, BundleTexts.Replaced("\"1979-02-15\"", "\"1979-02-31\""));
        Assert.Equal((1, 0, 0), (import.RefusedPatients, import.Removed, import.Changed));
        Assert.True(import.Kept > 0);
        Assert.Equal(before.Revision, (await biller.Sheet(Month, "P2")).Revision);
    }

    [Theory]
    [InlineData("half uploaded")]
    [InlineData("of another station")]
    [InlineData("of another month")]
    [InlineData("no bundle")]
    public async Task A_file_that_cannot_be_taken_changes_nothing(string kind) {
        await biller.Import(Month, BundleTexts.Sample);
        var before = await biller.Bundle(Month);
        var import = await biller.Import(Month, kind switch {
            "half uploaded" => BundleTexts.Sample[..^200],
            "of another station" => BundleTexts.Replaced(BundleTexts.StationCode, "9990027"),
            "of another month" => BundleTexts.Json(BundleTexts.Bundle with { Month = Domain.Records.ServiceMonth.Of(2024, 9), BillingMonth = Domain.Records.ServiceMonth.Of(2024, 10), VisitsCompleteFrom = null, Visits = [] }),
            _ => [0, 1, 2],
        });
        Assert.Equal((ImportState.Refused, 0), (import.State, import.Added + import.Changed + import.Removed));
        Assert.True(import.Findings > 0);
        Assert.Equal(before, await biller.Bundle(Month));
        Assert.Equal(MonthState.Open, (await biller.Month(Month)).State);
    }

    [Fact]
    public async Task A_month_whose_first_file_was_refused_is_open_and_empty() {
        Assert.Equal(ImportState.Refused, (await biller.Import(Month, [0, 1, 2])).State);
        Assert.Equal((MonthState.Open, 0), ((await biller.Month(Month)).State, (await biller.Month(Month)).Patients));
        Assert.Equal(BundleTexts.StationCode, (await biller.Row(Month, "station")).Fields.Single(f => f.Name == "code").Value);
        Assert.Equal(ImportState.Done, (await biller.Import(Month, BundleTexts.Sample)).State);
    }

    [Fact]
    public async Task A_host_that_stops_in_the_middle_goes_on_where_it_was() {
        var bundle = BundleTexts.Many(150);
        using var answer = await biller.TryImport(Month, BundleTexts.Json(bundle));
        var import = (await System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<ImportDetail>(answer.Content))!;
        for (var stops = 0; stops < 3; stops++) {
            var before = (await biller.Get<ImportDetail>($"months/{Month}/imports/{import.ImportId}")).Step;
            await Eventually.Holds("the import went on", async () => await biller.Get<ImportDetail>($"months/{Month}/imports/{import.ImportId}") is var now && (now.Step > before || now.State == ImportState.Done));
            await cloud.Restart();
            biller.Dispose();
            biller = station.Biller();
        }
        var done = await biller.Settled(import);
        Assert.Equal((ImportState.Done, 151, 150), (done.State, done.Steps, (await biller.Month(Month)).Patients));
        Assert.Equal(BundleDigest.Of(bundle), BundleDigest.Of(BundleTexts.Of(await biller.Bundle(Month))));
        Assert.Equal(MonthState.Open, (await biller.Month(Month)).State);
    }

    [Fact]
    public async Task Of_two_imports_at_once_one_waits_to_be_asked_again() {
        await biller.Import(Month, BundleTexts.Sample);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => biller.TryImport(Month, BundleTexts.Json(BundleTexts.Many(40)))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Accepted);
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.Accepted), a => Assert.Equal(HttpStatusCode.Conflict, a.StatusCode));
    }

    [Fact]
    public async Task What_is_no_month_is_refused() {
        foreach (var month in (string[])["202413", "2024", "abcdef", "000001", "２０２４１０"])
            Assert.Equal("not-a-month", (await biller.TryImport(Uri.EscapeDataString(month), BundleTexts.Sample).Refusal()).Code);
        Assert.Equal("name-missing", (await biller.TryImport(Month, BundleTexts.Sample, "").Refusal()).Code);
    }

    public async ValueTask DisposeAsync() {
        biller.Dispose();
        await cloud.DisposeAsync();
    }
}
