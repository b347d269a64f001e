using System.Net;
using System.Net.Http.Json;
using System.Text;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Care;

namespace ClaimsCloud.Application.Tests.Journey;

/// <summary>A stored month with both insurances: built by one button, the care file handed over by its own way, and worked off until nothing of it is open.</summary>
public sealed class CareJourneyTests : IAsyncLifetime {
    private const string Month = CareStory.Month;
    private readonly ShiftedTime time = new(new(2024, 11, 5, 1, 0, 0, TimeSpan.Zero));
    private readonly CareFederation federation = new();
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;
    private HarnessDevice device = null!;
    private HttpClient biller = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation("9990018");
        device = await station.Device();
        biller = station.Biller();
        Assert.Equal(ImportState.Done, (await biller.Import(Month, CareStory.Records(correctLevel: false))).State);
    }

    [Fact]
    public async Task One_build_makes_the_files_of_both_insurances_and_no_visit_is_in_two_of_them() {
        var build = await Built();
        Assert.Equal(["1", "2", "care"], build.Files.Select(f => f.Payer));
        Assert.Equal((0, 5), (build.KeptBack, build.Files[2].Claims));
        var care = await biller.FileWhen(build.Files[2].FileId, ClaimFileState.Checked);
        Assert.True(care.Sealable, string.Join('\n', (await biller.Findings(care.File.FileId)).Items.Select(f => $"{f.Code} {f.Message}")));
        Assert.Equal(("care", "202411", "K241011.CSV"), (care.Payer, care.ClaimMonth, care.File.Name));
        Assert.Equal(["野口　ハル", "青木　さち", "石井　トメ", "上田　実", "江口　ミツ"], (await biller.Claims(care.File.FileId)).Items.Select(c => c.PatientName));
        var receipt = await biller.Get<ReceiptDetail>($"claim-files/{care.File.FileId}/claims/1");
        Assert.Equal(["基本情報", "明細情報"], receipt.Sections.Take(2).Select(s => s.Title));

        // P3 has visits of both insurances: five of medical insurance and one of care insurance, each in one file only.
        var medical = Encoding.Latin1.GetString(await biller.GetByteArrayAsync($"claim-files/{build.Files[1].FileId}/original"));
        Assert.DoesNotContain("20241001", medical.Split("\r\nRE,").Last(), StringComparison.Ordinal);
        Assert.Contains("20241007", medical.Split("\r\nRE,").Last(), StringComparison.Ordinal);
        var invoices = await biller.Get<List<InvoiceDetail>>($"months/{Month}/builds/{build.BuildId}/invoices?patient=P3");
        Assert.Equal(["2", "care"], invoices.Select(i => i.Payer));
        Assert.Equal(invoices[1].TotalYen, invoices[1].Care!.InsuranceYen + invoices[1].Care!.UserYen + invoices[1].Care!.OverPlanYen);
        var patient = (await biller.Get<Page<BuiltPatientRow>>($"months/{Month}/builds/{build.BuildId}/patients")).Items.Single(p => p.Patient == "P3");
        Assert.Equal(("built", "built", 2), (patient.Fate, patient.Care, patient.Claims));
        Assert.Equal(invoices.Sum(i => i.PayableYen), patient.PatientYen);
    }

    [Fact]
    public async Task A_visit_that_is_the_other_insurances_keeps_the_patient_out_of_both() {
        var visit = (await biller.Sheet(Month, "P4")).Tables.Single(t => t.Name == "visits").Rows[0].Key;
        await biller.Save(await biller.Row(Month, "visits", "P4", visit), ("payer", "medical"));
        var build = await Built();
        var patient = (await biller.Get<Page<BuiltPatientRow>>($"months/{Month}/builds/{build.BuildId}/patients")).Items.Single(p => p.Patient == "P4");
        Assert.Equal(("kept-back", "kept-back", 0), (patient.Fate, patient.Care, patient.Claims));
        Assert.Contains((await biller.Get<Page<MonthFindingRow>>($"months/{Month}/builds/{build.BuildId}/findings")).Items, f => f is { Code: "CB20", Patient: "P4" });
        var plans = await biller.Get<CarePlanDetail>($"months/{Month}/care-plans");
        Assert.Contains(plans.Payers, p => p is { Patient: "P4", Recorded: "medical", Decided: "care", Sure: true });
    }

    [Fact]
    public async Task Plan_and_actual_service_stand_side_by_side_and_a_plan_comes_in_by_the_same_import() {
        var plans = await biller.Get<CarePlanDetail>($"months/{Month}/care-plans");
        Assert.Equal((1_884L, 1_884L, 0L), plans.Patients.Where(p => p.Patient == "P5").Select(p => (p.PlanUnits, p.ActualUnits, p.OverUnits)).Single());
        Assert.Equal((1_646L, 2_469L, 823L), plans.Patients.Where(p => p.Patient == "P7").Select(p => (p.PlanUnits, p.ActualUnits, p.OverUnits)).Single());

        var import = await biller.Import(Month, CareStory.PlanOfFive(1_413), "計画.csv");
        Assert.Equal((ImportState.Done, 1, 1), (import.State, import.Added, import.Removed));
        plans = await biller.Get<CarePlanDetail>($"months/{Month}/care-plans");
        Assert.Equal((1_413L, 471L), plans.Patients.Where(p => p.Patient == "P5").Select(p => (p.PlanUnits, p.OverUnits)).Single());
        Assert.Equal(1_646, plans.Patients.Single(p => p.Patient == "P7").PlanUnits);
        var again = await biller.Import(Month, CareStory.PlanOfFive(1_413), "計画.csv");
        Assert.Equal((0, 0, 0), (again.Added, again.Changed, again.Removed));
        var bad = await biller.Import(Month, "key,patient,serviceType,serviceItem,count,unitsWithinLimit\n1,P5,13,1111,4,many\n"u8.ToArray(), "bad.csv");
        Assert.Equal((ImportState.Done, 0, 1), (bad.State, bad.Changed, bad.RefusedPatients));
    }

    [Fact]
    public async Task A_connector_without_the_folder_is_not_given_the_file_and_one_with_it_places_it_once() {
        var care = await Sealed(await Built());
        using var edge = await device.Client();
        Assert.Empty((await edge.Work()).Jobs);
        var job = Assert.Single((await CareWork(edge)).Jobs);
        Assert.Equal((JobKind.CareClaimFile, "K2410110.CSV"), (job.Kind, job.FileName));
        foreach (var kind in (JobEventKind[])[JobEventKind.Fetched, JobEventKind.Placed, JobEventKind.SeenUnchanged]) await edge.Report(job, kind, time.GetUtcNow());
        var seen = await biller.FileWhen(care.File.FileId, ClaimFileState.SeenUnchanged);
        Assert.Contains("伝送ソフト", seen.Chain.Single(l => l.Kind == "placed").Detail, StringComparison.Ordinal);
        Assert.Equal(["built", "checked", "sealed", "fetched", "placed", "seen"], seen.Chain.Select(l => l.Kind));
    }

    [Fact]
    public async Task Returned_goes_again_held_never_does_and_every_yen_ends_decided() {
        using var edge = await device.Client();
        var first = await HandOver(await Built("care"), edge);
        Assert.Equal(5, (await Account("202411")).Sums.Claims);
        using (var stranger = (await cloud.OpenStation("9990018")).Biller()) Assert.Empty((await stranger.Get<CareAccountDetail>("care/accounts/202411")).Items);

        time.Advance(TimeSpan.FromDays(28));
        using var later = await device.Client();
        await Answer("202411", new(new Dictionary<string, string> { [CareStory.Returned] = "12QJ" }, [CareStory.Held], []), later);
        var account = await Account("202411");
        Assert.Equal(["held", "paid", "paid", "paid", "returned"], account.Items.Select(i => i.State).Order(StringComparer.Ordinal));
        Assert.Equal(0, account.Sums.OpenYen);
        Assert.Empty(account.Differences);
        Assert.Equal("要介護度が市町村の認定と違います", account.Items.Single(i => i.State == "returned").Reasons[0].Title);
        Assert.Contains("送り直さない", account.Items.Single(i => i.State == "held").Reasons[0].Fix, StringComparison.Ordinal);
        Assert.Equal(account.Sums.PaidYen, account.Payment.TransferYen);
        await biller.FileWhen(first.File.FileId, ClaimFileState.Answered);
        Assert.Equal(account.Sums.ReturnedYen + account.Sums.HeldYen, (await biller.Get<YenAtRisk>(PortalRoutes.YenAtRisk)).TotalYen);

        // The file that was sent cannot be taken in and sent once more: what is held or paid stays away.
        var copy = await biller.UploadAndCheck(await biller.GetByteArrayAsync($"claim-files/{first.File.FileId}/original"), "K241011.CSV");
        Assert.Equal(["CF90", "CF90", "CF90", "CF91"], (await biller.Findings(copy.FileId)).Items.Where(f => f.Code is "CF90" or "CF91").Select(f => f.Code).Order(StringComparer.Ordinal));

        await biller.Import(Month, CareStory.Records(correctLevel: true));
        var again = await HandOver(await Built("care"), later);
        Assert.Equal((1, "202412"), (again.File.Claims!.Value, again.ClaimMonth));
        Assert.DoesNotContain(CareStory.Held, Encoding.ASCII.GetString(federation.Received[^1]), StringComparison.Ordinal);

        time.Advance(TimeSpan.FromDays(31));
        using var last = await device.Client();
        await Answer("202412", CareVerdict.AllPaid with { Revived = [CareStory.Held] }, last);
        var (one, two) = (await Account("202411"), await Account("202412"));
        Assert.All((CareAccountDetail[])[one, two], a => Assert.Equal((0, 0), (a.Sums.OpenYen, a.Sums.HeldYen)));
        Assert.All((CareAccountDetail[])[one, two], a => Assert.Equal(a.Sums.ClaimedYen, a.Sums.PaidYen + a.Sums.ReturnedYen + a.Sums.HeldYen + a.Sums.AdjustedYen + a.Sums.WithdrawnYen + a.Sums.OpenYen));
        Assert.Equal(one.Sums.ReturnedYen, two.Sums.PaidYen);
        var risk = await biller.Get<YenAtRisk>(PortalRoutes.YenAtRisk);
        Assert.True(risk.TotalYen == 0, string.Join(' ', risk.Items));
        var end = await biller.FileWhen(first.File.FileId, ClaimFileState.Confirmed);
        Assert.Equal("decided", end.Chain[^1].Kind);
    }

    [Fact]
    public async Task A_file_whose_month_is_over_is_made_anew_for_the_next() {
        var care = await biller.FileWhen((await Built("care")).Files[0].FileId, ClaimFileState.Checked);
        time.Advance(TimeSpan.FromDays(8));
        using var late = await biller.PostAsync($"claim-files/{care.File.FileId}/seal", null);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("care-month-over", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var anew = await biller.FileWhen((await Built("care")).Files[0].FileId, ClaimFileState.Checked);
        Assert.Equal("202412", anew.ClaimMonth);
    }

    [Fact]
    public async Task Two_builds_of_one_month_cannot_both_be_sent() {
        var (one, two) = (await Built("care"), await Built("care"));
        await biller.FileWhen(two.Files[0].FileId, ClaimFileState.Checked);
        await Sealed(one);
        using var second = await biller.PostAsync($"claim-files/{two.Files[0].FileId}/seal", null);
        Assert.Contains("care-claim-sent", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_in_any_order_and_damaged_ones_leave_the_account_right() {
        using var edge = await device.Client();
        await HandOver(await Built("care"), edge);
        var answers = federation.Decide("202411", new(new Dictionary<string, string> { [CareStory.Returned] = "12PA" }, [CareStory.Held], []));
        await edge.Send("damaged", "74100099.CSV", answers[0].Bytes[..40]);
        Assert.Equal(("care-unknown", "damaged"), (await biller.ReturnFile("damaged")) is { } d ? (d.Kind, d.Outcome) : default);
        var stranger = new CareFederation();
        stranger.Accept("1360190999", []);
        await edge.Send("strange", "75100098.CSV", stranger.Decide("202411", CareVerdict.AllPaid)[^1].Bytes);
        Assert.Equal("unmatched", (await biller.ReturnFile("strange")).Outcome);
        foreach (var answer in answers.Reverse()) await edge.Send(answer.Name, answer.Name, answer.Bytes);
        foreach (var answer in answers) Assert.Equal("imported", (await biller.ReturnFile(answer.Name)).Outcome);
        await edge.Send("twice", "74100077.CSV", answers[0].Bytes);
        Assert.Equal("duplicate", (await biller.ReturnFile("twice")).Outcome);
        var account = await Account("202411");
        Assert.Equal((3, 1, 1), (account.Items.Count(i => i.State == "paid"), account.Items.Count(i => i.State == "held"), account.Items.Count(i => i.State == "returned")));
        Assert.Empty(account.Differences);
    }

    [Fact]
    public async Task Choices_and_the_code_table_are_the_stations_own() {
        var setup = await biller.Get<CareSetupDetail>(CareRoutes.Setup);
        Assert.Equal((0, "first-visit"), (setup.Codes, setup.Settings.Single(s => s.Name == "start-day").Value));
        Assert.All(setup.Settings, s => Assert.True(s.Doubt.Contains("確かめていません", StringComparison.Ordinal) && s.Options.Count == 2));
        using var chosen = await biller.PostAsJsonAsync(CareRoutes.Setup, new CareChoice("start-day", "service-start"));
        Assert.Equal("service-start", (await chosen.Content.ReadFromJsonAsync<CareSetupDetail>())!.Settings.Single(s => s.Name == "start-day").Value);
        Assert.Equal("bad-request", (await biller.PostAsJsonAsync(CareRoutes.Setup, new CareChoice("start-day", "whenever")).Refusal()).Code);
        using var table = await biller.PostAsync(CareRoutes.Codes, new ByteArrayContent("type,item,name,units,rate,basis,from,until\n63,Z003,予訪看Ⅰ３,794,,visit,202406,\n"u8.ToArray()));
        Assert.True((await table.Content.ReadFromJsonAsync<CareCodesAnswer>())!.Taken);
        using var wrong = await biller.PostAsync(CareRoutes.Codes, new ByteArrayContent("no table"u8.ToArray()));
        Assert.False((await wrong.Content.ReadFromJsonAsync<CareCodesAnswer>())!.Taken);
        Assert.Equal(1, (await biller.Get<CareSetupDetail>(CareRoutes.Setup)).Codes);
    }

    public async ValueTask DisposeAsync() {
        biller.Dispose();
        device.Dispose();
        await cloud.DisposeAsync();
    }

    private async Task<ClaimBuildDetail> Built(string only = "") {
        using var started = await biller.PostAsync($"months/{Month}/builds?only={only}", null);
        var build = (await started.Content.ReadFromJsonAsync<ClaimBuildDetail>())!;
        return await Eventually.Get("the build is done", async () => await biller.Get<ClaimBuildDetail>($"months/{Month}/builds/{build.BuildId}") is { State: not ClaimBuildState.Running } done ? done : null);
    }

    private async Task<ClaimFileDetail> Sealed(ClaimBuildDetail build) {
        var id = build.Files.Single(f => f.Payer == "care").FileId;
        await biller.FileWhen(id, ClaimFileState.Checked);
        return await biller.Seal(id);
    }

    /// <summary>Seals the care file, places it as a connector does, and has the sending software send it.</summary>
    private async Task<ClaimFileDetail> HandOver(ClaimBuildDetail build, HttpClient edge) {
        var care = await Sealed(build);
        var job = Assert.Single((await CareWork(edge)).Jobs);
        foreach (var kind in (JobEventKind[])[JobEventKind.Fetched, JobEventKind.Placed, JobEventKind.SeenUnchanged]) await edge.Report(job, kind, time.GetUtcNow());
        federation.Receive(await edge.GetByteArrayAsync($"edge/jobs/{job.JobId}/content"));
        return await biller.FileWhen(care.File.FileId, ClaimFileState.SeenUnchanged);
    }

    private async Task Answer(string month, CareVerdict verdict, HttpClient edge) {
        foreach (var answer in federation.Decide(month, verdict)) {
            await edge.Send(answer.Name, answer.Name, answer.Bytes);
            var file = await biller.ReturnFile(answer.Name);
            Assert.True(file.Outcome == "imported", $"{file.Name} {file.Outcome} {file.Detail}");
        }
    }

    private Task<CareAccountDetail> Account(string claimMonth) => biller.Get<CareAccountDetail>($"care/accounts/{claimMonth}");

    private static async Task<WorkAnswer> CareWork(HttpClient edge) {
        using var answer = await edge.PostAsJsonAsync(EdgeRoutes.Work, new WorkRequest("1.0.0", 0, 12, [], 0, Does: [JobKind.ClaimFile, JobKind.CareClaimFile]));
        return (await answer.Content.ReadFromJsonAsync<WorkAnswer>())!;
    }
}
