using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Identity;

public sealed class GrantTests : IAsyncLifetime {
    private readonly ManualTime time = new(CloudHarness.Start);
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;
    private HttpClient admin = null!;
    private string supporter = "";
    private string file = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation();
        admin = station.Admin();
        Assert.True((await cloud.Host.AddDeskAccount("taro", "窓口 太郎", "also a password", Stop)).Succeeded(out var person, out _));
        supporter = person!;
        file = (await admin.UploadAndCheck(SampleFiles.Claims())).FileId;
    }

    [Fact]
    public async Task A_grant_opens_one_file_to_one_person_and_every_look_stands_in_the_stations_log() {
        using var taro = Vendor(supporter);
        var grant = await Give();
        var mine = await Eventually.Get<GrantedRow>("the supporter hears of it", async () => (await taro.Get<GrantedRow[]>(GrantRoutes.Mine)).FirstOrDefault());
        Assert.Equal((grant.GrantId, station.Tenant, time.GetUtcNow().AddMinutes(30)), (mine.GrantId, mine.StationId, mine.Until));
        Assert.Equal(file, (await taro.Get<ClaimFileDetail>(Address(grant, "file"))).File.FileId);
        await taro.Get<Page<FindingRow>>(Address(grant, "findings"));
        var log = (await admin.Get<AuditPage>($"{AuditRoutes.Log}?act=GrantViewed")).Items;
        Assert.Equal(2, log.Count);
        Assert.All(log, row => Assert.Equal((supporter, file, grant.GrantId, GatewayTokens.From), (row.Actor, row.Subject, row.Why, row.From)));
        Assert.Single((await admin.Get<AuditPage>($"{AuditRoutes.Log}?act=GrantGiven")).Items);
    }

    [Fact]
    public async Task It_ends_by_itself_after_half_an_hour() {
        using var taro = Vendor(supporter);
        var grant = await Give();
        time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));
        await taro.Get<ClaimFileDetail>(Address(grant, "file"));
        time.Advance(TimeSpan.FromTicks(1));
        await Nothing(taro, grant);
        Assert.False(Assert.Single(await admin.Get<GrantRow[]>(GrantRoutes.Grants)).Live);
        Assert.Empty(await taro.Get<GrantedRow[]>(GrantRoutes.Mine));
    }

    [Fact]
    public async Task The_station_can_end_it_before() {
        using var taro = Vendor(supporter);
        var grant = await Give();
        (await admin.PostAsync($"grants/{grant.GrantId}/end", null, Stop)).EnsureSuccessStatusCode();
        await Nothing(taro, grant);
        await Eventually.Holds("the list is empty again", async () => (await taro.Get<GrantedRow[]>(GrantRoutes.Mine)).Length == 0);
    }

    [Fact]
    public async Task It_opens_nothing_to_anybody_else_and_nothing_of_another_station() {
        var grant = await Give();
        using var other = Vendor("another-person");
        using var biller = station.Biller();
        await Nothing(other, grant);
        Assert.Equal("forbidden", (await biller.GetAsync(Address(grant, "file"), Stop).Refusal()).Code);
        var elsewhere = await cloud.OpenStation();
        using var taro = Vendor(supporter);
        Assert.Equal("not-found", (await taro.GetAsync($"desk/grants/{elsewhere.Tenant}/{grant.GrantId}/file", Stop).Refusal()).Code);
        using var stranger = elsewhere.Admin();
        Assert.Equal("not-found", (await stranger.PostAsync($"grants/{grant.GrantId}/end", null, Stop).Refusal()).Code);
        // A grant for a file of somebody else's opens nothing.
        var theirs = await stranger.PostAsJsonAsync(GrantRoutes.Grants, new GrantRequest("taro", file), Stop).Read<GrantRow>();
        Assert.Equal("not-found", (await taro.GetAsync($"desk/grants/{elsewhere.Tenant}/{theirs.GrantId}/file", Stop).Refusal()).Code);
    }

    [Fact]
    public async Task Only_a_person_of_the_vendor_can_be_named() {
        foreach (var login in (string[])["nobody", station.LoginName, ""])
            Assert.Equal("no-such-supporter", (await admin.PostAsJsonAsync(GrantRoutes.Grants, new GrantRequest(login, file), Stop).Refusal()).Code);
        Assert.Empty(await admin.Get<GrantRow[]>(GrantRoutes.Grants));
    }

    public async ValueTask DisposeAsync() {
        admin.Dispose();
        await cloud.DisposeAsync();
    }

    private Task<GrantRow> Give() => admin.PostAsJsonAsync(GrantRoutes.Grants, new GrantRequest(" TARO ", file), Stop).Read<GrantRow>();

    private HttpClient Vendor(string person) => cloud.Client(() => cloud.Tokens.Make(time.GetUtcNow(), person, InternalToken.DeskRole, null));

    private string Address(GrantRow grant, string part) => $"desk/grants/{station.Tenant}/{grant.GrantId}/{part}";

    private async Task Nothing(HttpClient person, GrantRow grant) {
        var before = (await admin.Get<AuditPage>($"{AuditRoutes.Log}?act=GrantViewed")).Items.Count;
        foreach (var part in (string[])["file", "findings"]) Assert.Equal("not-found", (await person.GetAsync(Address(grant, part), Stop).Refusal()).Code);
        Assert.Equal(before, (await admin.Get<AuditPage>($"{AuditRoutes.Log}?act=GrantViewed")).Items.Count);
    }
}
