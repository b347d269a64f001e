using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Storage.Embedded.Keys;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Privacy;

/// <summary>One patient's data given out, erased and held, at the real service over the real stores, on a clock of the test.</summary>
public sealed class PrivacyTests : IAsyncLifetime {
    private const string Month = BundleTexts.Month;
    private const string Kaori = "P2", Name = "西尾　香織", Number = "1012020";
    private readonly ManualTime time = new(new DateTimeOffset(2024, 11, 5, 1, 0, 0, TimeSpan.Zero));
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation(BundleTexts.StationCode);
        using var biller = station.Biller();
        await biller.Import(Month, BundleTexts.Sample);
    }

    public ValueTask DisposeAsync() => cloud.DisposeAsync();

    [Fact]
    public async Task An_export_holds_what_is_known_and_goes_after_its_week() {
        var file = await Claim();
        var done = await Ask(PersonWish.Export, PersonRequestState.Done);
        Assert.Equal((done.Steps, null), (done.Step, done.Subject));
        using var admin = station.Admin();
        using (var zip = new ZipArchive(new MemoryStream(await admin.GetByteArrayAsync(File(done), Stop)))) {
            Assert.Contains(zip.Entries, e => e.FullName == $"months/{Month}.json");
            Assert.Contains(zip.Entries, e => e.FullName == $"claims/{file}-1.uke");
            var texts = zip.Entries.Select(Text).ToList();
            Assert.Contains(texts, t => t.Contains("香織", StringComparison.Ordinal));
            Assert.All(texts, t => Assert.DoesNotContain("みどり", t, StringComparison.Ordinal));
        }
        await Days(6);
        using (var still = station.Admin()) Assert.NotEmpty(await still.GetByteArrayAsync(File(done), Stop));
        await Days(3);
        using var late = station.Admin();
        await Request(done.RequestId, PersonRequestState.Expired);
        Assert.Equal(HttpStatusCode.NotFound, (await late.GetAsync(File(done), Stop)).StatusCode);
        var acts = (await late.Get<AuditPage>(AuditRoutes.Log)).Items;
        Assert.Equal([AuditAct.PersonExportTaken, AuditAct.PersonExportTaken, AuditAct.PersonExportMade, AuditAct.PersonExportAsked], acts.Select(a => a.Act).Where(a => $"{a}".StartsWith("PersonExport", StringComparison.Ordinal)));
        Assert.All(acts, a => Assert.DoesNotContain("香織", $"{a}", StringComparison.Ordinal));
    }

    /// <summary>Held by the law at first, gone by itself when the time is over: then no file of the stores names her in any encoding, and the others are whole.</summary>
    [Fact]
    public async Task An_erasure_lists_what_the_law_keeps_and_is_done_when_its_time_is_over() {
        Assert.NotEmpty(await cloud.InStores([Name, "カオリ", Number], Encodings));
        var waiting = await Ask(PersonWish.Erasure, PersonRequestState.Waiting);
        var held = Assert.Single(waiting.Held);
        Assert.True(held.Until > new DateOnly(2026, 10, 1) && held.Why.Length > 10, $"{held}");
        // The file that the month was imported from held everybody; no law keeps that copy.
        Assert.Equal(1, waiting.Removed);
        await Days(held.Until!.Value.DayNumber - Today().DayNumber);
        using (var admin = station.Admin()) {
            var plan = await admin.Get<PersonPlan>($"privacy/plan?patient={Kaori}");
            Assert.Equal((0, 1), (plan.Removes.Count, plan.Held.Count));
        }
        await Days(1);
        var done = await Request(waiting.RequestId, PersonRequestState.Done);
        Assert.Equal((null, 0), (done.Subject, done.Held.Count));
        Assert.Empty(await cloud.InStores([Name, "香織", "カオリ", Number], Encodings));
    }

    /// <summary>The file of a claim that was sent stays as it is, with its chain; an upload that was never sent does not.</summary>
    [Fact]
    public async Task A_sealed_file_is_never_altered_by_an_erasure() {
        var file = await Claim();
        using var biller = station.Biller();
        await biller.FileWhen(file, ClaimFileState.Checked);
        await biller.Seal(file);
        var before = await biller.File(file);
        var bytes = await biller.GetByteArrayAsync($"claim-files/{file}/original", Stop);
        var waiting = await Ask(PersonWish.Erasure, PersonRequestState.Waiting);
        Assert.Contains(waiting.Held, h => h.Type == "claim-files" && h.Id == file);
        Assert.Equal(bytes, await biller.GetByteArrayAsync($"claim-files/{file}/original", Stop));
        Assert.Equal(before.Chain, (await biller.File(file)).Chain);
    }

    [Fact]
    public async Task A_hold_keeps_what_it_names_until_it_is_lifted_and_nothing_else() {
        var hold = await Hold(Kaori);
        var asked = await Ask(PersonWish.Erasure, PersonRequestState.Waiting);
        Assert.All(asked.Held, h => Assert.Contains(hold.HoldId, h.Why, StringComparison.Ordinal));
        Assert.Equal(0, asked.Removed);
        // Past every time of the table: only what the hold names is left.
        await Days(6 * 366);
        using (var biller = station.Biller())
            await Eventually.Holds("the others are gone", async () => (await biller.Get<Page<PatientRow>>($"months/{Month}/patients")).Items is [{ Patient: Kaori }]);
        using var admin = station.Admin();
        (await admin.PostAsJsonAsync($"privacy/holds/{hold.HoldId}/lift", new LegalHoldLift("調査が終わった"), Stop)).EnsureSuccessStatusCode().Dispose();
        await Request(asked.RequestId, PersonRequestState.Done);
        Assert.Empty(await cloud.InStores(["香織", "カオリ", "みどり"], Encodings));
    }

    [Fact]
    public async Task A_hold_over_the_station_stops_the_daily_run_and_the_dry_run_says_so() {
        await Hold(null);
        await Days(6 * 366);
        using var admin = station.Admin();
        var plan = await admin.Get<RetentionPlan>(PrivacyRoutes.Retention);
        Assert.Empty(plan.Due);
        Assert.NotEmpty(plan.Held);
        using var biller = station.Biller();
        Assert.Equal(3, (await biller.Month(Month)).Patients);
    }

    [Fact]
    public async Task Nobody_but_the_admin_gets_near_and_what_is_not_there_is_not_found() {
        foreach (var client in (HttpClient[])[station.Biller(), station.Nurse(), cloud.Desk(), cloud.Engineer()])
            using (client) {
                Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(PrivacyRoutes.Requests, Stop)).StatusCode);
                Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync(PrivacyRoutes.Requests, new PersonAsked(PersonWish.Erasure, Kaori, null), Stop)).StatusCode);
            }
        using var admin = station.Admin();
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsJsonAsync(PrivacyRoutes.Requests, new PersonAsked(PersonWish.Erasure, "nobody", null), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostAsJsonAsync(PrivacyRoutes.Holds, new LegalHoldAsked(Kaori, LegalHoldKind.Dispute, " "), Stop)).StatusCode);
        var other = await cloud.OpenStation("7654321");
        using var stranger = other.Admin();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsJsonAsync(PrivacyRoutes.Requests, new PersonAsked(PersonWish.Export, Kaori, null), Stop)).StatusCode);
    }

    /// <summary>Sent, confirmed, and five years old: the contents go, the chain says so and stays, and everything around it still answers.</summary>
    [Fact]
    public async Task A_confirmed_file_keeps_its_chain_when_its_contents_go() {
        await using var old = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        var house = await old.OpenStation();
        using var device = await house.Device();
        string file;
        ClaimFileDetail before;
        using (var biller = house.Biller())
        using (var edge = await device.Client()) {
            file = (await biller.UploadAndCheck(SampleFiles.Claims(3, name: _ => "架空　太郎"))).FileId;
            await biller.Seal(file);
            await edge.PlaceSealed(old.Time.GetUtcNow());
            await edge.Send("list-1", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList());
            await edge.Send("list-2", SampleFiles.ConfirmationName(), SampleFiles.ConfirmationList(decisions: [(1, "1"), (2, "1"), (3, "1")]));
            before = await biller.FileWhen(file, ClaimFileState.Confirmed);
        }
        await old.Sleep(TimeSpan.FromDays(5 * 366));
        await old.Host.RunTimer("RetentionDay", Stop);
        using var later = house.Biller();
        var after = await Eventually.Get("the file is retired", async () => await later.File(file) is { Chain: [.., { Kind: "retired" }] } detail ? detail : null);
        Assert.Equal(before.Chain, after.Chain.SkipLast(1));
        Assert.Equal((ClaimFileState.Confirmed, before.Sha256), (after.File.State, after.Chain[^1].Sha256));
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync($"claim-files/{file}/original", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync($"claim-files/{file}/claims/1", Stop)).StatusCode);
        foreach (var route in (string[])[$"claim-files/{file}/claims", $"claim-files/{file}/findings", PortalRoutes.ClaimFiles, PortalRoutes.YenAtRisk, PortalRoutes.ReturnFiles])
            Assert.True((await later.GetAsync(route, Stop)).StatusCode is HttpStatusCode.OK, route);
        // The next month goes its way beside it.
        Assert.Equal(0, (await later.UploadAndCheck(SampleFiles.Claims())).Errors);
        Assert.Empty(await old.InStores(["架空"], Encodings));
    }

    /// <summary>Everything of a month in encrypted stores: names and numbers of patients and of the one who signs in are in no file, in no encoding.</summary>
    [Fact]
    public async Task In_encrypted_stores_no_file_names_anybody() {
        await using var locked = await CloudHarness.Run(time, keys: StoreKeys.Parse(StoreKeys.NewLine(1)));
        var house = await locked.OpenStation(BundleTexts.StationCode);
        using (var biller = house.Biller()) {
            await biller.Import(Month, BundleTexts.Sample);
            await biller.Save(await biller.Row(Month, "patients", Kaori, Kaori), ("name", "西尾　沙織"));
            using var built = await biller.PostAsync($"months/{Month}/builds", null, Stop);
            var build = (await built.Content.ReadFromJsonAsync<ClaimBuildDetail>(Stop))!;
            await Eventually.Holds("the build is done", async () => (await biller.Get<ClaimBuildDetail>($"months/{Month}/builds/{build.BuildId}")).State == ClaimBuildState.Done);
            await biller.UploadAndCheck(PlainClaims.File(1, BundleTexts.StationCode));
        }
        string[] words = ["みどり", "香織", "沙織", "ハル", "カオリ", "ミドリ", "花子", "00112233", "06139992", "39139993"];
        Assert.Empty(await locked.InStores(words, Encodings));
        using var again = house.Biller();
        Assert.Equal(3, (await again.Month(Month)).Patients);
        Assert.NotEmpty(await cloud.InStores(words, Encodings));
    }

    private static readonly Encoding[] Encodings = [Encoding.UTF8, CodePagesEncodingProvider.Instance.GetEncoding(932)!, Encoding.Unicode, Encoding.BigEndianUnicode];

    private static string File(PersonRequestRow request) => $"privacy/requests/{request.RequestId}/file";

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(9));

    private async Task<string> Claim() {
        using var biller = station.Biller();
        return (await biller.UploadAndCheck(PlainClaims.File(1, BundleTexts.StationCode, name: _ => Name))).FileId;
    }

    private async Task<PersonRequestRow> Ask(PersonWish wish, PersonRequestState until) {
        using var admin = station.Admin();
        using var answer = await admin.PostAsJsonAsync(PrivacyRoutes.Requests, new PersonAsked(wish, Kaori, null), Stop);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await Request((await answer.Content.ReadFromJsonAsync<PersonRequestRow>(Stop))!.RequestId, until);
    }

    private async Task<LegalHoldRow> Hold(string? patient) {
        using var admin = station.Admin();
        using var answer = await admin.PostAsJsonAsync(PrivacyRoutes.Holds, new LegalHoldAsked(patient, LegalHoldKind.Inspection, "指導監査"), Stop);
        return (await answer.Content.ReadFromJsonAsync<LegalHoldRow>(Stop))!;
    }

    private async Task<PersonRequestRow> Request(string id, PersonRequestState? until = null) {
        using var admin = station.Admin();
        return await Eventually.Get($"request {id} is {until}", async () => await admin.Get<PersonRequestRow>($"privacy/requests/{id}") is var row && (until is null || row.State == until) ? row : null);
    }

    /// <summary>Lets days pass, with the run of the last one.</summary>
    private async Task Days(int days) {
        await cloud.Sleep(TimeSpan.FromDays(days));
        await cloud.Host.RunTimer("RetentionDay", Stop);
    }

    private static string Text(ZipArchiveEntry entry) {
        using var bytes = new MemoryStream();
        using (var content = entry.Open()) content.CopyTo(bytes);
        return (entry.FullName.EndsWith(".uke", StringComparison.Ordinal) ? Encodings[1] : Encodings[0]).GetString(bytes.ToArray());
    }
}
