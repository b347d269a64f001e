using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Months;

public sealed class MonthRowTests : IAsyncLifetime {
    private const string Month = BundleTexts.Month;
    private CloudHarness cloud = null!;
    private HttpClient biller = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run();
        biller = (await cloud.OpenStation(BundleTexts.StationCode)).Biller();
        await biller.Import(Month, BundleTexts.Sample);
    }

    [Fact]
    public async Task A_row_is_changed_and_its_history_says_who_what_and_when() {
        var form = await biller.Row(Month, "insuranceCards", "P1", "H1");
        await biller.Save(form, ("branchNumber", "01"), ("until", "2024/10/31"));
        var card = await biller.Row(Month, "insuranceCards", "P1", "H1");
        Assert.Equal(("01", "2024-10-31"), (card.Fields.Single(f => f.Name == "branchNumber").Value, card.Fields.Single(f => f.Name == "until").Value));

        var edit = (await biller.Get<MonthEditPage>($"months/{Month}/edits?patient=P1")).Items[0];
        Assert.Equal("医療保険の資格：1行を変更", edit.What);
        Assert.Contains(edit.Values, v => v is { FieldTitle: "枝番", Before: "00", After: "01" });
        Assert.Contains(edit.Values, v => v is { FieldTitle: "資格の終了日", Before: "", After: "令和6年10月31日" });
    }

    [Fact]
    public async Task A_visit_is_added_and_taken_out_and_the_counts_follow() {
        var before = (await biller.Month(Month)).Visits;
        var saved = await biller.Save(await biller.Row(Month, "visits", "P1"), ("date", "2024-10-31"), ("start", "9:00"), ("end", "9:45"), ("staff", "N1"));
        Assert.Equal(before + 1, (await biller.Month(Month)).Visits);
        var sheet = await biller.Sheet(Month, "P1");
        Assert.Contains(sheet.Tables.Single(t => t.Name == "visits").Rows, r => r.Key == saved.Key && r.Values.Contains("森田　恵"));

        (await biller.TryDelete(Month, "visits", "P1", saved.Key, sheet.Revision)).EnsureSuccessStatusCode();
        Assert.Equal(before, (await biller.Month(Month)).Visits);
        var edit = (await biller.Get<MonthEditPage>($"months/{Month}/edits?patient=P1")).Items[0];
        Assert.Contains(edit.Values, v => v is { FieldTitle: "訪問日", Before: "令和6年10月31日", After: "" });
    }

    [Fact]
    public async Task Values_that_cannot_stand_are_named_by_field_and_nothing_is_stored() {
        var form = await biller.Row(Month, "visits", "P1");
        var problems = await biller.TrySave(form, ("date", "2024-10-32"), ("start", "9:00"), ("end", "25:00"), ("staff", "nobody")).Problems();
        Assert.Equal(["date", "end", "staff"], problems.Select(p => p.Field!).Order());
        Assert.All(problems, p => Assert.NotEmpty(p.Fix));
        Assert.Equal(form.Revision, (await biller.Sheet(Month, "P1")).Revision);
    }

    [Fact]
    public async Task A_new_patient_begins_with_a_name_and_the_month_says_what_is_missing() {
        var saved = await biller.Save(await biller.Row(Month, "patients"), ("name", "山川　さくら"), ("sex", "2"), ("birthDate", "1950-05-05"), ("serviceStart", "2024-10-01"));
        Assert.Equal(saved.Key, saved.Patient);
        await biller.Save(await biller.Row(Month, "visits", saved.Patient), ("date", "2024-10-03"), ("start", "9:00"), ("end", "9:40"), ("staff", "N1"));
        Assert.Equal(4, (await biller.Month(Month)).Patients);
        var findings = await biller.Get<Page<MonthFindingRow>>($"months/{Month}/findings?search={Uri.EscapeDataString("山川")}");
        Assert.Contains(findings.Items, f => f is { Table: "visits", PatientName: "山川　さくら" });
    }

    [Fact]
    public async Task What_others_name_cannot_be_taken_out() {
        var station = await biller.Sheet(Month);
        var problem = Assert.Single(await biller.TryDelete(Month, "staff", null, "N1", station.Revision).Problems());
        Assert.Contains("使われている", problem.Message);
        Assert.Equal("bad-request", (await biller.TryDelete(Month, "station", null, "S1", station.Revision).Refusal()).Code);
    }

    [Fact]
    public async Task A_patient_is_taken_out_with_every_row_and_the_history_keeps_them() {
        var sheet = await biller.Sheet(Month, "P2");
        (await biller.TryDelete(Month, "patients", null, "P2", sheet.Revision)).EnsureSuccessStatusCode();
        Assert.Equal("not-found", (await biller.GetAsync($"months/{Month}/sheet?patient=P2").Refusal()).Code);
        Assert.Equal(2, (await biller.Month(Month)).Patients);
        Assert.Contains((await biller.Get<MonthEditPage>($"months/{Month}/edits?patient=P2")).Items[0].Values, v => v.Before == "西尾　香織");
    }

    [Fact]
    public async Task Of_two_people_who_started_from_the_same_row_the_second_is_told() {
        var form = await biller.Row(Month, "insuranceCards", "P1", "H1");
        await biller.Save(form, ("branchNumber", "01"));
        Assert.Equal("changed-meanwhile", (await biller.TrySave(form, ("branchNumber", "02")).Refusal()).Code);
        Assert.Equal("01", (await biller.Row(Month, "insuranceCards", "P1", "H1")).Fields.Single(f => f.Name == "branchNumber").Value);
    }

    [Fact]
    public async Task A_locked_month_takes_nothing_until_somebody_gives_a_reason() {
        var form = await biller.Row(Month, "insuranceCards", "P1", "H1");
        (await biller.PostAsync($"months/{Month}/lock", null)).EnsureSuccessStatusCode();
        Assert.Equal("month-locked", (await biller.TrySave(form, ("branchNumber", "01")).Refusal()).Code);
        Assert.Equal("month-locked", (await biller.TryDelete(Month, "visits", "P1", "V1", form.Revision).Refusal()).Code);
        Assert.Equal("month-locked", (await biller.TryImport(Month, BundleTexts.Sample).Refusal()).Code);
        Assert.Equal("illegal-transition", (await biller.PostAsync($"months/{Month}/lock", null).Refusal()).Code);
        Assert.Equal("reason-missing", (await biller.PostAsJsonAsync($"months/{Month}/unlock", new UnlockMonth(" ")).Refusal()).Code);

        (await biller.PostAsJsonAsync($"months/{Month}/unlock", new UnlockMonth("枝番の入力もれ"))).EnsureSuccessStatusCode();
        await biller.Save(form, ("branchNumber", "01"));
        Assert.Contains((await biller.Get<MonthEditPage>($"months/{Month}/edits")).Items, e => e is { What: "締めを解除した", Reason: "枝番の入力もれ" });
    }

    [Fact]
    public async Task The_next_month_begins_with_what_goes_on() {
        (await biller.PostAsJsonAsync("months/202411", new OpenMonth(Month))).EnsureSuccessStatusCode();
        var next = await biller.Month("202411");
        Assert.Equal((MonthState.Open, 3), (next.State, next.Patients));
        var bundle = BundleTexts.Of(await biller.Bundle("202411"));
        Assert.Equal("202412", bundle.BillingMonth.ToString());
        Assert.Equal(BundleTexts.Bundle.InsuranceCards.Count, bundle.InsuranceCards.Count);
        Assert.All(bundle.Visits, v => Assert.InRange(v.Date, new(2024, 10, 18), new(2024, 10, 31)));
        Assert.Empty(bundle.InformationLetters);
        Assert.Equal("month-exists", (await biller.PostAsJsonAsync("months/202411", new OpenMonth(null)).Refusal()).Code);
        Assert.Equal(["202411", "202410"], (await biller.Get<List<MonthRow>>("months")).Select(m => m.Month));
    }

    [Fact]
    public async Task An_empty_month_has_its_station_and_says_what_is_missing() {
        (await biller.PostAsJsonAsync("months/202412", new OpenMonth(null))).EnsureSuccessStatusCode();
        var sheet = await biller.Sheet("202412");
        Assert.Contains(sheet.Findings, f => f is { Table: "station", Field: "prefecture" });
        await biller.Save(await biller.Row("202412", "station"), ("prefecture", "13"));
        Assert.DoesNotContain((await biller.Sheet("202412")).Findings, f => f.Field == "prefecture");
    }

    public async ValueTask DisposeAsync() {
        biller.Dispose();
        await cloud.DisposeAsync();
    }
}
