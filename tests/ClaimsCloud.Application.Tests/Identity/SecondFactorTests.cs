using System.Net;
using System.Net.Http.Json;
using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Identity;

public sealed class SecondFactorTests : IAsyncLifetime {
    private readonly ManualTime time = new(CloudHarness.Start);
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation(secondFactor: SecondFactor.On);
    }

    [Fact]
    public async Task The_password_alone_opens_no_session_and_the_code_completes_the_sign_in() {
        var half = await Password(station.LoginName);
        Assert.Equal((SignInStep.Code, null), (half.Step, half.SessionId));
        var whole = await Signed(half.PersonId, Code());
        Assert.Equal((SignInStep.Done, "admin", station.Tenant), (whole.Step, whole.Role, whole.Tenant));
        Assert.NotNull(whole.SessionId);
    }

    [Fact]
    public async Task A_code_is_good_once() {
        var person = (await Password(station.LoginName)).PersonId;
        await Signed(person, Code());
        Assert.Equal("code-wrong", (await TryCode(person, Code()).Refusal()).Code);
        time.Advance(TimeSpan.FromSeconds(30));
        await Signed(person, $" {Code()[..3]} {Code()[3..]} ");
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_and_the_right_password_in_between_forgets_none_of_them() {
        var person = (await Password(station.LoginName)).PersonId;
        for (var i = 0; i < 4; i++) {
            Assert.Equal("code-wrong", (await TryCode(person, "000000").Refusal()).Code);
            await Password(station.LoginName);
        }
        Assert.Equal("sign-in-locked", (await TryCode(person, "000000").Refusal()).Code);
        Assert.Equal("sign-in-locked", (await TryCode(person, Code()).Refusal()).Code);
        Assert.Equal("sign-in-locked", (await TryPassword(station.LoginName, HarnessStation.Password).Refusal()).Code);
        time.Advance(TimeSpan.FromMinutes(15));
        await Password(station.LoginName);
        await Signed(person, Code());
    }

    [Fact]
    public async Task Codes_in_parallel_sign_in_once() {
        var person = (await Password(station.LoginName)).PersonId;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TryCode(person, Code())));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_has_no_second_factor_yet_sets_it_up_at_the_first_sign_in() {
        Assert.True((await cloud.Host.AddDeskAccount("desk", "窓口 太郎", "also a password", Stop)).Succeeded(out var personId, out _));
        var half = await Password("desk", "also a password");
        Assert.Equal((SignInStep.SetUp, "desk", null), (half.Step, half.Role, half.SessionId));
        using var pending = cloud.Client(() => cloud.Tokens.Make(time.GetUtcNow(), personId!, InternalToken.PendingRole, null));
        var setUp = await pending.Get<SecondFactorSetup>(IdentityRoutes.SetUp);
        Assert.StartsWith("otpauth://totp/ClaimsCloud:desk?secret=" + setUp.Key, setUp.Address, StringComparison.Ordinal);
        Assert.Equal("code-wrong", (await TryCode(personId!, "000000").Refusal()).Code);
        Assert.Equal(SignInStep.SetUp, (await Password("desk", "also a password")).Step);
        await Signed(personId!, Totp.Code(Totp.FromBase32(setUp.Key), Totp.StepAt(time.GetUtcNow())));
        // From now on the key is shown to nobody.
        Assert.Equal("not-found", (await pending.GetAsync(IdentityRoutes.SetUp, Stop).Refusal()).Code);
        Assert.Equal(SignInStep.Code, (await Password("desk", "also a password")).Step);
    }

    [Fact]
    public async Task A_recovery_code_takes_the_place_of_a_code_once() {
        var session = await Session();
        using var me = station.WithSession(session);
        var codes = (await me.PostAsync(IdentityRoutes.MyRecoveryCodes, null, Stop).Read<RecoveryCodes>()).Codes;
        Assert.Equal((10, 10), (codes.Count, codes.Distinct().Count()));
        await Signed(station.PersonId, codes[3].ToLowerInvariant().Replace("-", "", StringComparison.Ordinal));
        Assert.Equal("code-wrong", (await TryCode(station.PersonId, codes[3]).Refusal()).Code);
        Assert.Equal(9, (await me.Get<OwnAccount>(IdentityRoutes.Me)).RecoveryCodes);
        var renewed = (await me.PostAsync(IdentityRoutes.MyRecoveryCodes, null, Stop).Read<RecoveryCodes>()).Codes;
        Assert.Equal("code-wrong", (await TryCode(station.PersonId, codes[0]).Refusal()).Code);
        await Signed(station.PersonId, renewed[0]);
    }

    [Fact]
    public async Task Neither_keys_nor_recovery_codes_can_be_read_in_the_stores_or_the_log() {
        var session = await Session();
        using var me = station.WithSession(session);
        var code = (await me.PostAsync(IdentityRoutes.MyRecoveryCodes, null, Stop).Read<RecoveryCodes>()).Codes[0];
        foreach (var secret in (string[])[HarnessStation.TotpKey, code, code.Replace("-", "", StringComparison.Ordinal)]) {
            Assert.False(await cloud.StoresContain(secret));
            Assert.DoesNotContain(cloud.Log, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_session_that_was_ended_opens_nothing_any_more() {
        var (one, other) = (await Session(), await Session());
        using var first = station.WithSession(one);
        using var second = station.WithSession(other);
        Assert.Equal([true, false], (await second.Get<OwnAccount>(IdentityRoutes.Me)).Sessions.OrderByDescending(s => s.Current).Select(s => s.Current));
        Assert.Equal(HttpStatusCode.NoContent, (await second.PostAsync($"identity/me/sessions/{one}/end", null, Stop)).StatusCode);
        Assert.Equal("token-refused", (await first.GetAsync(PortalRoutes.ClaimFiles, Stop).Refusal()).Code);
        await second.Get<Page<ClaimFileRow>>(PortalRoutes.ClaimFiles);
        using var gateway = cloud.Gateway();
        (await gateway.PostAsJsonAsync(IdentityRoutes.EndSession, new EndSessionRequest(other), Stop)).EnsureSuccessStatusCode();
        Assert.Equal("token-refused", (await second.GetAsync(PortalRoutes.ClaimFiles, Stop).Refusal()).Code);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_and_is_nobody_elses() {
        var session = await Session();
        using var me = station.WithSession(session);
        var stranger = await cloud.OpenStation();
        using var thief = stranger.WithSession(session);
        Assert.Equal("token-refused", (await thief.GetAsync(PortalRoutes.ClaimFiles, Stop).Refusal()).Code);
        Assert.Equal("not-found", (await (stranger.Admin()).PostAsync($"identity/me/sessions/{session}/end", null, Stop).Refusal()).Code);
        await me.Get<Page<ClaimFileRow>>(PortalRoutes.ClaimFiles);
        time.Advance(TimeSpan.FromHours(12));
        Assert.Equal("token-refused", (await me.GetAsync(PortalRoutes.ClaimFiles, Stop).Refusal()).Code);
    }

    [Fact]
    public async Task A_station_may_do_without_the_second_factor_and_the_vendor_may_not() {
        using var admin = station.Admin();
        (await admin.PostAsJsonAsync(IdentityRoutes.SecondFactor, new SecondFactorChoice(SecondFactor.Off), Stop)).EnsureSuccessStatusCode();
        var whole = await Password(station.LoginName);
        Assert.Equal(SignInStep.Done, whole.Step);
        Assert.NotNull(whole.SessionId);
        using var engineer = cloud.Engineer();
        Assert.Equal("second-factor-fixed", (await engineer.PostAsJsonAsync(IdentityRoutes.SecondFactor, new SecondFactorChoice(SecondFactor.Off), Stop).Refusal()).Code);
    }

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    private string Code() => HarnessStation.TotpCode(time.GetUtcNow());

    private async Task<string> Session() {
        time.Advance(TimeSpan.FromSeconds(30));
        return (await Signed((await Password(station.LoginName)).PersonId, Code())).SessionId!;
    }

    private async Task<SignInAnswer> Password(string login, string password = HarnessStation.Password) => await TryPassword(login, password).Read<SignInAnswer>();

    private async Task<SignInAnswer> Signed(string personId, string code) => await TryCode(personId, code).Read<SignInAnswer>();

    private Task<HttpResponseMessage> TryPassword(string login, string password) => Post(PortalRoutes.SignIn, new SignInRequest(login, password));

    private Task<HttpResponseMessage> TryCode(string personId, string code) => Post(IdentityRoutes.SignInCode, new SignInCodeRequest(personId, code));

    private async Task<HttpResponseMessage> Post<T>(string route, T body) {
        using var gateway = cloud.Gateway();
        return await gateway.PostAsJsonAsync(route, body, Stop);
    }
}
