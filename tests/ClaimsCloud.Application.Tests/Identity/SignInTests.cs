using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Identity;

public sealed class SignInTests : IAsyncLifetime {
    private readonly ManualTime time = new(CloudHarness.Start);
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation();
    }

    [Fact]
    public async Task The_right_password_says_who_it_is_and_for_which_station() {
        var answer = await (await SignIn($" {station.LoginName.ToUpperInvariant()} ", HarnessStation.Password)).Content.ReadFromJsonAsync<SignInAnswer>();
        Assert.Equal(new SignInAnswer(station.PersonId, "請求 花子", station.Tenant, "いぶき訪問看護ステーション", "admin") { SessionId = answer!.SessionId }, answer);
        Assert.NotNull(answer.SessionId);
    }

    [Fact]
    public async Task A_person_of_the_desk_has_no_tenant() {
        Assert.True((await cloud.Host.AddDeskAccount("desk", "窓口 太郎", "also a password", CancellationToken.None)).Succeeded(out var personId, out _));
        var answer = await (await SignIn("desk", "also a password")).Content.ReadFromJsonAsync<SignInAnswer>();
        Assert.Equal(new SignInAnswer(personId!, "窓口 太郎", null, null, "desk") { Step = SignInStep.SetUp }, answer);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_the_same_refusal() {
        var wrong = await SignIn(station.LoginName, "wrong").Refusal();
        Assert.Equal("sign-in-failed", wrong.Code);
        Assert.Equal(wrong, await SignIn("nobody", HarnessStation.Password).Refusal());
        Assert.Equal(wrong, await SignIn("", "").Refusal());
    }

    [Fact]
    public async Task Five_failures_lock_the_account_for_a_quarter_of_an_hour_even_for_the_right_password() {
        for (var i = 0; i < 4; i++) Assert.Equal("sign-in-failed", (await SignIn(station.LoginName, "wrong").Refusal()).Code);
        Assert.Equal("sign-in-locked", (await SignIn(station.LoginName, "wrong").Refusal()).Code);
        Assert.Equal("sign-in-locked", (await SignIn(station.LoginName, HarnessStation.Password).Refusal()).Code);
        await cloud.Restart();
        Assert.Equal(429, (await SignIn(station.LoginName, HarnessStation.Password).Refusal()).Status);
        time.Advance(TimeSpan.FromMinutes(15));
        (await SignIn(station.LoginName, HarnessStation.Password)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Guesses_in_parallel_do_not_count_as_fewer() {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SignIn(station.LoginName, "wrong")));
        Assert.Equal("sign-in-locked", (await SignIn(station.LoginName, HarnessStation.Password).Refusal()).Code);
    }

    [Fact]
    public async Task A_right_password_forgets_the_failures_before_it() {
        for (var round = 0; round < 3; round++) {
            for (var i = 0; i < 4; i++) await SignIn(station.LoginName, "wrong");
            (await SignIn(station.LoginName, HarnessStation.Password)).EnsureSuccessStatusCode();
        }
    }

    [Fact]
    public async Task A_password_is_nowhere_in_the_stores_or_the_log() {
        await SignIn(station.LoginName, HarnessStation.Password);
        Assert.False(await cloud.StoresContain(HarnessStation.Password));
        Assert.DoesNotContain(cloud.Log, line => line.Contains(HarnessStation.Password));
    }

    [Fact]
    public async Task A_login_name_is_given_once_and_half_a_station_is_not_made() {
        var again = await cloud.Host.OpenStation(new("さくら野訪問看護ステーション", "7654321", station.LoginName, "別 人", "long enough"), CancellationToken.None);
        Assert.False(again.Succeeded(out _, out var refusal));
        Assert.Equal("login-taken", refusal!.Code);
        using var desk = cloud.Desk();
        await Eventually.Holds("the first station is at the desk", async () => (await desk.Get<FleetView>(FleetRoutes.Stations)).Stations.Total == 1);
        foreach (var bad in (string[])["", "123456", "12345678", "123456x"])
            Assert.False((await cloud.Host.OpenStation(new("名", bad, "new", "人", "long enough"), CancellationToken.None)).Succeeded(out _, out _));
    }

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    private async Task<HttpResponseMessage> SignIn(string login, string password) {
        using var gateway = cloud.Gateway();
        return await gateway.PostAsJsonAsync(PortalRoutes.SignIn, new SignInRequest(login, password));
    }
}
