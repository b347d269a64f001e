using System.Net.Http.Json;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Application.Tests.Guards;

/// <summary>Two stations with identical contents, side by side: nothing of one is ever there for the other.</summary>
public sealed class TenantIsolationTests : IAsyncLifetime {
    private CloudHarness cloud = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));

    [Fact]
    public async Task Two_stations_run_the_same_file_in_parallel_and_each_sees_only_its_own() {
        var (first, second) = (await cloud.OpenStation(), await cloud.OpenStation());
        var journeys = await Task.WhenAll(Journey(first), Journey(second));
        foreach (var (station, fileId) in journeys) {
            using var biller = station.Biller();
            var files = await biller.Get<Page<ClaimFileRow>>(PortalRoutes.ClaimFiles);
            Assert.Equal(fileId, Assert.Single(files.Items).FileId);
            Assert.Single((await biller.ReturnFiles()).Items);
            Assert.Single(await biller.Get<List<ConnectorRow>>(PortalRoutes.Connectors));
            Assert.Equal(["received", "checked", "sealed", "fetched", "placed", "seen", "answered"], (await biller.File(fileId)).Chain.Select(l => l.Kind));
        }
        Assert.NotEqual(journeys[0].FileId, journeys[1].FileId);
    }

    [Fact]
    public async Task Every_route_with_an_id_answers_not_found_for_an_id_of_another_station() {
        var (mine, theirs) = (await cloud.OpenStation(), await cloud.OpenStation());
        using var device = await mine.Device();
        using var edge = await device.Client();
        using var biller = mine.Admin();
        var ids = await IdsOf(theirs);
        var (walked, before) = (0, await Snapshot(theirs, ids));
        foreach (var route in ClaimsCloudModules.Table().Http.Where(r => r.Route.Contains('{') && r.Access is Access.Biller or Access.Nurse or Access.Admin or Access.Manager or Access.Device)) {
            if (IsNamedByTheCaller(route)) continue; // See below.
            using var request = new HttpRequestMessage(new(route.Method), Routing.Fill(route.Route, name => route.Access == Access.Manager && name == "personId" ? theirs.PersonId : ids[name]));
            if (route.Method == "POST") request.Content = Body(route.Route, ids);
            var refusal = await (route.Access == Access.Device ? edge : biller).SendAsync(request, Stop).Refusal();
            Assert.True(refusal.Code == "not-found", $"{route.Method} {route.Route}: {refusal.Code}");
            walked++;
        }
        Assert.True(walked >= 8, $"only {walked} routes walked");
        Assert.Equal("not-found", (await biller.GetAsync($"{PortalRoutes.ClaimFiles}?after={ids["fileId"]}", Stop).Refusal()).Code);
        Assert.Equal("not-found", (await biller.GetAsync($"{PortalRoutes.ReturnFiles}?after={ids["contentKey"]}", Stop).Refusal()).Code);
        Assert.Empty((await edge.Work()).Jobs);
        Assert.Equal(before, await Snapshot(theirs, ids));
    }

    [Fact]
    public async Task The_same_content_key_at_two_stations_is_two_files() {
        var (first, second) = (await cloud.OpenStation(), await cloud.OpenStation());
        using var one = await first.Device();
        using var other = await second.Device();
        using var oneEdge = await one.Client();
        using var otherEdge = await other.Client();
        var receipt = await oneEdge.Send("key", "a.csv", [1]);
        var otherReceipt = await otherEdge.Send("key", "a.csv", [2]);
        Assert.False(otherReceipt.Duplicate);
        Assert.NotEqual(receipt.ReceiptId, otherReceipt.ReceiptId);
    }

    [Fact]
    public async Task An_answer_that_fits_a_file_of_another_station_is_not_matched_to_it() {
        var (mine, theirs) = (await cloud.OpenStation(), await cloud.OpenStation());
        var ids = await IdsOf(theirs, answer: false);
        using var device = await mine.Device();
        using var edge = await device.Client();
        using var biller = mine.Biller();
        await edge.Send("list", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList());
        Assert.Equal("unmatched", (await biller.ReturnFile("list")).Outcome);
        using var other = theirs.Biller();
        Assert.Equal(ClaimFileState.SeenUnchanged, (await other.File(ids["fileId"])).File.State);
    }

    [Fact]
    public async Task The_same_month_at_two_stations_is_two_months() {
        var (mine, theirs) = (await cloud.OpenStation(BundleTexts.StationCode), await cloud.OpenStation(BundleTexts.StationCode));
        using var biller = mine.Biller();
        using var other = theirs.Biller();
        await other.Import(BundleTexts.Month, BundleTexts.Sample);
        Assert.Empty(await biller.Get<List<MonthRow>>(MonthRoutes.Months));
        using var opened = await biller.PostAsJsonAsync($"months/{BundleTexts.Month}", new OpenMonth(null), Stop);
        Assert.Equal(0, (await biller.Month(BundleTexts.Month)).Patients);
        Assert.Equal(3, (await other.Month(BundleTexts.Month)).Patients);
        Assert.Equal("not-found", (await biller.GetAsync($"months/{BundleTexts.Month}/sheet?patient=P1", Stop).Refusal()).Code);
    }

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    /// <summary>What is not there yet under that name becomes the caller's own; the account of a month is empty where nothing was sent (<c>CareJourneyTests</c>).</summary>
    private static bool IsNamedByTheCaller(HttpEndpoint route) => route.Route.Contains("{contentKey}", StringComparison.Ordinal) || route.Route == CareRoutes.Account || (route.Method == "POST" && route.Route is MonthRoutes.Month or MonthRoutes.Imports);

    private JsonContent Body(string route, Dictionary<string, string> ids) => route switch {
        EdgeRoutes.JobEvents => JsonContent.Create(new JobEvent("k1", JobEventKind.Fetched, ids["sha256"], cloud.Time.GetUtcNow(), null)),
        MonthRoutes.Row => JsonContent.Create(new SaveRow("patients", "P1", "P1", 1, new Dictionary<string, string>())),
        MonthRoutes.RowDeletion => JsonContent.Create(new DeleteRow("patients", "P1", "P1", 1)),
        IdentityRoutes.Role => JsonContent.Create(new RoleChange("nurse")),
        PrivacyRoutes.HoldLift => JsonContent.Create(new LegalHoldLift("理由")),
        MonthRoutes.Unlock => JsonContent.Create(new UnlockMonth("理由")),
        _ => JsonContent.Create(new { }),
    };

    private async Task<(HarnessStation Station, string FileId)> Journey(HarnessStation station) {
        using var biller = station.Biller();
        using var device = await station.Device();
        using var edge = await device.Client();
        var file = await biller.UploadAndCheck(SampleFiles.Claims());
        await biller.Seal(file.FileId);
        await edge.PlaceSealed(cloud.Time.GetUtcNow());
        await edge.Send("list", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList());
        await biller.FileWhen(file.FileId, ClaimFileState.Answered);
        return (station, file.FileId);
    }

    private async Task<Dictionary<string, string>> IdsOf(HarnessStation station, bool answer = true) {
        using var biller = station.Biller();
        using var device = await station.Device();
        using var edge = await device.Client();
        var import = await biller.Import(BundleTexts.Month, BundleTexts.Replaced(BundleTexts.StationCode, "1234567"));
        using var started = await biller.PostAsync($"months/{BundleTexts.Month}/builds", null, Stop);
        var build = (await started.Content.ReadFromJsonAsync<ClaimBuildDetail>(Stop))!.BuildId;
        var file = await biller.UploadAndCheck(SampleFiles.Claims());
        await biller.Seal(file.FileId);
        var job = await edge.PlaceSealed(cloud.Time.GetUtcNow());
        await biller.FileWhen(file.FileId, ClaimFileState.SeenUnchanged);
        if (answer) {
            await edge.Send("theirs", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList());
            await biller.FileWhen(file.FileId, ClaimFileState.Answered);
        }
        await edge.Send("their-returns", "RECEIPTH.HEN", ReturnFiles.Of("1", "13", "1234567", "202408",
            new SentBack(ReturnFiles.ClaimLines(SampleFiles.Claims())[0], "13020241000000000001")));
        Assert.Equal("imported", (await biller.ReturnFile("their-returns")).Outcome);
        using var asked = await biller.PostAsJsonAsync(EligibilityRoutes.Asks, new AskWish(BundleTexts.Month, "P1"), Stop);
        var person = (await biller.Get<Page<EligibilityRow>>($"{EligibilityRoutes.People}?month={BundleTexts.Month}")).Items.Single(p => p.Patient == "P1").PersonId;
        Assert.Equal(person, (await biller.Get<EligibilityDetail>($"{EligibilityRoutes.People}/{person}")).Row.PersonId);
        using var rule = await biller.PostAsJsonAsync(CheckRoutes.OwnRules, new OwnRuleRow("Z01", "hint", "氏名の確認", "確かめてください。", "RE", [new("RE", "PatientName", "isFilled", "")]), Stop);
        using var admin = station.Admin();
        using var invited = await admin.PostAsJsonAsync(IdentityRoutes.Invitations, new InvitationRequest("看護 花子", "nurse"), Stop);
        var invitation = Assert.Single((await admin.Get<PeopleDetail>(IdentityRoutes.People)).Invitations).InvitationId;
        var fault = (await biller.PostAsJsonAsync(SupportRoutes.Requests, new FaultReport("send", "", "", null), Stop).Read<RequestRow>()).RequestId;
        _ = await cloud.Host.AddDeskAccount("supporter", "窓口 太郎", "also a password", Stop);
        var grant = (await admin.PostAsJsonAsync(GrantRoutes.Grants, new GrantRequest("supporter", file.FileId), Stop).Read<GrantRow>()).GrantId;
        var hold = (await admin.PostAsJsonAsync(PrivacyRoutes.Holds, new LegalHoldAsked("P1", LegalHoldKind.Dispute, "争い"), Stop).Read<LegalHoldRow>()).HoldId;
        var wish = (await admin.PostAsJsonAsync(PrivacyRoutes.Requests, new PersonAsked(PersonWish.Export, "P1", null), Stop).Read<PersonRequestRow>()).RequestId;
        Assert.Equal(wish, (await admin.Get<PersonRequestRow>($"privacy/requests/{wish}")).RequestId);
        return new() { ["personId"] = person, ["deviceId"] = device.DeviceId, ["itemId"] = "their-returns.1", ["returnFileId"] = "their-returns", ["fileId"] = file.FileId, ["number"] = "1", ["jobId"] = job.JobId, ["contentKey"] = "theirs", ["sha256"] = job.Sha256, ["month"] = BundleTexts.Month, ["importId"] = import.ImportId, ["buildId"] = build, ["code"] = "Z01", ["releaseId"] = "linux-x64.1.0.0", ["invitationId"] = invitation, ["grantId"] = grant, ["requestId"] = fault, ["holdId"] = hold, ["personRequestId"] = wish };
    }

    private static async Task<string> Snapshot(HarnessStation station, Dictionary<string, string> ids) {
        using var biller = station.Biller();
        return string.Join('|', await biller.GetStringAsync($"{PortalRoutes.ClaimFiles}/{ids["fileId"]}", Stop), await biller.GetStringAsync(PortalRoutes.ReturnFiles, Stop),
            await biller.GetStringAsync($"{PortalRoutes.ReturnItems}/{ids["itemId"]}", Stop), await biller.GetStringAsync(CheckRoutes.Settings, Stop));
    }
}
