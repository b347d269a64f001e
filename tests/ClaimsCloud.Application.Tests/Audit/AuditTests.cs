using System.Net.Http.Json;
using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Audit;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Audit;

public sealed class AuditTests : IAsyncLifetime {
    private readonly ManualTime time = new(CloudHarness.Start);
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation();
    }

    [Fact]
    public async Task What_a_person_does_stands_in_the_log_of_her_station_with_who_what_and_from_where() {
        using var biller = station.Admin();
        using var gateway = cloud.Gateway();
        (await gateway.PostAsJsonAsync(PortalRoutes.SignIn, new SignInRequest(station.LoginName, "wrong"), Stop)).Dispose();
        (await gateway.PostAsJsonAsync(PortalRoutes.SignIn, new SignInRequest(station.LoginName, HarnessStation.Password), Stop)).Dispose();
        await Rows(biller, 2);
        var file = await biller.UploadAndCheck(SampleFiles.Claims());
        await biller.Seal(file.FileId);
        await biller.GetByteArrayAsync($"{PortalRoutes.ClaimFiles}/{file.FileId}/original", Stop);
        await biller.Import(BundleTexts.Month, BundleTexts.Replaced(BundleTexts.StationCode, "1234567"));
        (await biller.GetAsync($"months/{BundleTexts.Month}/bundle", Stop)).EnsureSuccessStatusCode();
        (await biller.PostAsync($"months/{BundleTexts.Month}/lock", null, Stop)).EnsureSuccessStatusCode();
        (await biller.PostAsJsonAsync($"months/{BundleTexts.Month}/unlock", new UnlockMonth("山田太郎さんの保険証"), Stop)).EnsureSuccessStatusCode();
        (await biller.PostAsJsonAsync(CheckRoutes.Switches, new RuleSwitchRow("F03d", "off"), Stop)).Dispose();
        using var device = await station.Device();
        await Eventually.Holds("the connector is there", async () => (await biller.Get<AuditPage>($"{AuditRoutes.Log}?act=ConnectorEnrolled")).Items.Count == 1);
        (await biller.PostAsync($"connectors/{device.DeviceId}/revoke", null, Stop)).EnsureSuccessStatusCode();
        var rows = await Rows(biller, 10);

        Assert.Equal(Enumerable.Range(1, rows.Count).Select(n => (long)n), rows.Select(r => r.Number));
        AuditAct[] acts = [AuditAct.SignInFailed, AuditAct.SignedIn, AuditAct.FileSealed, AuditAct.OriginalDownloaded, AuditAct.MonthDownloaded, AuditAct.MonthLocked, AuditAct.MonthUnlocked];
        Assert.Equal(acts, rows.Take(acts.Length).Select(r => r.Act));
        Assert.Equal([AuditAct.CodeMade, AuditAct.ConnectorEnrolled, AuditAct.ConnectorRevoked], rows.Skip(acts.Length).Select(r => r.Act).Where(a => a != AuditAct.ChecksChanged));
        Assert.All(rows.Where(r => r.Act != AuditAct.ConnectorEnrolled), r => Assert.Equal((station.PersonId, GatewayTokens.From), (r.Actor, r.From)));
        Assert.Equal(file.FileId, rows[2].Subject);
        // The reason is where it was typed; the log names the place.
        Assert.Matches("^[0-9a-z]{26}$", rows[6].Why);
    }

    [Fact]
    public async Task An_exported_log_is_whole_and_holds_its_own_export_and_nothing_that_was_typed() {
        using var biller = station.Admin();
        await biller.Import(BundleTexts.Month, BundleTexts.Replaced(BundleTexts.StationCode, "1234567"));
        (await biller.PostAsync($"months/{BundleTexts.Month}/lock", null, Stop)).EnsureSuccessStatusCode();
        (await biller.PostAsJsonAsync($"months/{BundleTexts.Month}/unlock", new UnlockMonth("山田太郎さんの保険証"), Stop)).EnsureSuccessStatusCode();
        var export = await biller.GetStringAsync(AuditRoutes.Export, Stop);
        var check = Check(export);
        Assert.Empty(check.Faults);
        Assert.Equal((station.Tenant, 3), (check.Scope, check.Entries));
        Assert.Contains(nameof(AuditAct.AuditExported), export.Split('\n')[3], StringComparison.Ordinal);
        Assert.DoesNotContain("山田", export, StringComparison.Ordinal);
        Assert.All(export, c => Assert.True(char.IsAscii(c)));
        var head = (await biller.Get<AuditPage>(AuditRoutes.Log)).Head;
        Assert.Equal(new(3, check.Head), head);
    }

    [Fact]
    public async Task The_head_of_an_exported_log_is_anchored_in_the_platforms() {
        using var biller = station.Admin();
        using var desk = cloud.Engineer();
        var head = Check(await biller.GetStringAsync(AuditRoutes.Export, Stop)).Head;
        await Eventually.Holds("the anchor is there", async () => (await desk.Get<AuditPage>($"{AuditRoutes.PlatformLog}?act=Anchored")).Items.Count == 1);
        var platform = Check(await desk.GetStringAsync(AuditRoutes.PlatformExport, Stop));
        Assert.Empty(platform.Faults);
        Assert.Equal(new AuditAnchor(1, head), Assert.Single(platform.AnchorsOf(station.Tenant)));
    }

    [Fact]
    public async Task Acts_at_once_leave_no_gap_and_none_is_lost() {
        using var biller = station.Admin();
        var months = Enumerable.Range(1, 12).Select(m => $"2024{m:D2}").ToList();
        foreach (var month in months) (await biller.PostAsJsonAsync($"months/{month}", new OpenMonth(null), Stop)).EnsureSuccessStatusCode();
        await Task.WhenAll(months.Select(async month => (await biller.PostAsync($"months/{month}/lock", null, Stop)).EnsureSuccessStatusCode()));
        var rows = await Rows(biller, 12);
        Assert.Equal(months, rows.Select(r => r.Subject!).Order(StringComparer.Ordinal));
        Assert.Empty(Check(await biller.GetStringAsync(AuditRoutes.Export, Stop)).Faults);
    }

    [Fact]
    public async Task What_was_refused_is_not_in_the_log() {
        using var biller = station.Admin();
        (await biller.PostAsync("months/202401/lock", null, Stop)).Dispose();
        (await biller.PostAsync("claim-files/none/seal", null, Stop)).Dispose();
        (await biller.GetAsync("claim-files/none/original", Stop)).Dispose();
        Assert.Empty((await biller.Get<AuditPage>(AuditRoutes.Log)).Items);
    }

    [Fact]
    public async Task The_list_is_paged_and_searched_and_shows_nothing_of_another_station() {
        using var biller = station.Admin();
        for (var i = 0; i < 60; i++) (await biller.PostAsync(PortalRoutes.EnrolmentCodes, null, Stop)).EnsureSuccessStatusCode();
        (await biller.PostAsJsonAsync("months/202401", new OpenMonth(null), Stop)).EnsureSuccessStatusCode();
        (await biller.PostAsync("months/202401/lock", null, Stop)).EnsureSuccessStatusCode();
        var first = await biller.Get<AuditPage>(AuditRoutes.Log);
        Assert.Equal((50, 61L), (first.Items.Count, first.Items[0].Number));
        var second = await biller.Get<AuditPage>($"{AuditRoutes.Log}?after={first.Next}");
        Assert.Equal(Enumerable.Range(1, 11).Reverse().Select(n => (long)n), second.Items.Select(r => r.Number));
        Assert.Null(second.Next);
        Assert.Equal(61, Assert.Single((await biller.Get<AuditPage>($"{AuditRoutes.Log}?search=202401")).Items).Number);
        Assert.Equal(10, (await biller.Get<AuditPage>($"{AuditRoutes.Log}?act=CodeMade&after={(await biller.Get<AuditPage>($"{AuditRoutes.Log}?act=CodeMade")).Next}")).Items.Count);
        foreach (var bad in (string[])["act=Nothing", "act=1", "after=x"]) Assert.Equal("bad-request", (await biller.GetAsync($"{AuditRoutes.Log}?{bad}", Stop).Refusal()).Code);
        using var other = (await cloud.OpenStation()).Admin();
        var theirs = await other.Get<AuditPage>(AuditRoutes.Log);
        Assert.Empty(theirs.Items);
        Assert.Null(theirs.Head);
    }

    [Fact]
    public async Task What_the_vendor_does_stands_in_the_platforms_log() {
        using var desk = cloud.Engineer();
        var opened = Assert.Single((await desk.Get<AuditPage>($"{AuditRoutes.PlatformLog}?act=StationOpened")).Items);
        Assert.Equal(("host", station.Tenant, station.PersonId), (opened.Actor, opened.Subject, opened.Why));
    }

    /// <summary>As after a deployment that was taken back: what the newer program did stays, and its log is not the end of the older one's.</summary>
    [Fact]
    public async Task An_act_of_a_later_program_stands_in_the_log_and_the_log_goes_on_behind_it() {
        using (var before = station.Admin()) (await before.PostAsync(PortalRoutes.EnrolmentCodes, null, Stop)).EnsureSuccessStatusCode();
        await cloud.WithStores(async stores => {
            var documents = stores.Open(ScopeName.Of(new(station.Tenant))).Documents;
            var text = """{"number":2,"at":"2024-07-05T00:00:00+00:00","actor":"p","act":"SomethingNew","subject":null,"from":null,"why":null}""";
            var entry = new AuditEntry(text, AuditChain.Next((await AuditLog.Last(documents, Stop))!.Value.Hash, text));
            Assert.Equal(CommitResult.Committed, await documents.Commit(new Batch(new SeededIds(1)).Create(AuditEntry.Kind, AuditEntry.IdOf(2), entry), Stop));
        });
        using var admin = station.Admin();
        (await admin.PostAsync(PortalRoutes.EnrolmentCodes, null, Stop)).EnsureSuccessStatusCode();
        Assert.Equal([AuditAct.CodeMade, AuditAct.Later, AuditAct.CodeMade], (await admin.Get<AuditPage>(AuditRoutes.Log)).Items.Select(r => r.Act));
        var export = await admin.GetStringAsync(AuditRoutes.Export, Stop);
        Assert.Contains("SomethingNew", export, StringComparison.Ordinal);
        Assert.Equal((0, 4L), (Check(export).Faults.Count, Check(export).Entries));
    }

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    /// <summary>All of the log, oldest first, once it has so many entries: what comes by message comes a moment later.</summary>
    private static Task<IReadOnlyList<AuditRow>> Rows(HttpClient biller, int count) => Eventually.Get<IReadOnlyList<AuditRow>>($"{count} acts are in the log", async () => {
        var log = await biller.Get<AuditPage>(AuditRoutes.Log);
        return log.Items.Count >= count ? [.. log.Items.Reverse()] : null;
    });

    private static AuditFileCheck Check(string export) => AuditFileCheck.Run(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(export)));
}
