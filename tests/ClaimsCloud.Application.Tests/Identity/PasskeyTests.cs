using System.Net;
using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Identity;

public sealed class PasskeyTests : IAsyncLifetime {
    private readonly ManualTime time = new(CloudHarness.Start);
    private readonly SoftPasskey device = new();
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation(secondFactor: SecondFactor.On);
    }

    public async ValueTask DisposeAsync() {
        device.Dispose();
        await cloud.DisposeAsync();
    }

    [Fact]
    public async Task A_registered_passkey_is_both_steps_of_a_sign_in_and_stands_in_list_and_log() {
        await Register();
        device.Count = 7;
        var answer = await SignIn(device);
        Assert.Equal((SignInStep.Done, "admin", station.Tenant), (answer.Step, answer.Role, answer.Tenant));
        using var me = station.WithSession(answer.SessionId!);
        var account = await me.Get<OwnAccount>(IdentityRoutes.Me);
        var passkey = Assert.Single(account.Passkeys);
        Assert.Equal(("事務所の PC", time.GetUtcNow()), (passkey.Name, passkey.UsedAt));
        Assert.Contains(account.Sessions, s => s.SessionId == answer.SessionId && s.Current);
        await Eventually.Holds("the station's log tells both", async () => {
            var log = (await me.Get<AuditPage>(AuditRoutes.Log)).Items;
            return log.Any(r => r.Act == AuditAct.PasskeyAdded && r.Subject == passkey.PasskeyId) && log.Any(r => r is { Act: AuditAct.SignedIn, Why: "passkey", From: GatewayTokens.From });
        });
    }

    [Fact]
    public async Task What_a_device_signed_is_good_once_also_at_the_same_time() {
        await Register();
        var asked = await AskSignIn();
        var shown = device.Show(asked.Options);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Try(asked, shown)));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal("passkey-refused", (await Try(asked, shown).Refusal()).Code);
        // It was no guess: nothing counts against her.
        for (var i = 0; i < 5; i++) await Try(asked, shown).Refusal();
        await SignIn(device);
    }

    [Fact]
    public async Task What_was_signed_for_another_place_or_another_question_opens_nothing_and_five_of_them_lock_the_account() {
        await Register();
        var asked = await AskSignIn();
        var other = await AskSignIn();
        using SoftPasskey onOtherSite = device.But(origin: "https://claims.example.jp.evil.example"), onOtherPort = device.But(origin: GatewayTokens.PublicAddress + ":8443"), forOtherDomain = device.But(domain: "evil.example"),
            inAFrame = device.But(inAFrame: true), unverified = device.But(verifies: false), asSomebody = device.But(userHandle: "c29tZWJvZHk");
        string[] bad = [device.Show(other.Options), onOtherSite.Show(asked.Options), onOtherPort.Show(asked.Options), forOtherDomain.Show(asked.Options), device.Show(asked.Options, "webauthn.create")];
        foreach (var shown in bad[..4]) Assert.Equal("passkey-refused", (await Try(asked, shown).Refusal()).Code);
        Assert.Equal("sign-in-locked", (await Try(asked, bad[4]).Refusal()).Code);
        Assert.Equal("sign-in-locked", (await Try(asked, device.Show(asked.Options)).Refusal()).Code);
        using (var gateway = cloud.Gateway()) Assert.Equal("sign-in-locked", (await gateway.PostAsJsonAsync(PortalRoutes.SignIn, new SignInRequest(station.LoginName, HarnessStation.Password), Stop).Refusal()).Code);
        time.Advance(TimeSpan.FromMinutes(15));
        asked = await AskSignIn();
        foreach (var liar in (SoftPasskey[])[inAFrame, unverified, asSomebody]) Assert.Equal("passkey-refused", (await Try(asked, liar.Show(asked.Options)).Refusal()).Code);
        await SignIn(device);
    }

    [Fact]
    public async Task A_copied_device_whose_counter_goes_back_is_refused() {
        device.Count = 5;
        await Register();
        device.Count = 9;
        await SignIn(device);
        foreach (var count in (uint[])[9, 8, 0]) {
            device.Count = count;
            var asked = await AskSignIn();
            Assert.Equal("passkey-refused", (await Try(asked, device.Show(asked.Options)).Refusal()).Code);
        }
        device.Count = 10;
        await SignIn(device);
    }

    [Fact]
    public async Task A_question_lives_five_minutes_and_is_nobodys_but_the_gateways_or_the_sessions_that_asked() {
        var session = await Password();
        using var me = station.WithSession(session);
        var mine = await me.PostAsync(IdentityRoutes.MyPasskeyOptions, null, Stop).Read<PasskeyOptions>();
        using var again = station.WithSession(await Password());
        Assert.Equal("passkey-not-taken", (await Add(again, mine, device.Make(mine.Options)).Refusal()).Code);
        // The one kind of question is no answer to the other.
        Assert.Equal("passkey-refused", (await Try(mine, device.Show(mine.Options)).Refusal()).Code);
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("passkey-not-taken", (await Add(me, mine, device.Make(mine.Options)).Refusal()).Code);
        await Register();
        var asked = await AskSignIn();
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("passkey-refused", (await Try(asked, device.Show(asked.Options)).Refusal()).Code);
    }

    [Fact]
    public async Task Nothing_that_no_device_made_is_taken() {
        using var me = station.WithSession(await Password());
        var asked = await me.PostAsync(IdentityRoutes.MyPasskeyOptions, null, Stop).Read<PasskeyOptions>();
        using SoftPasskey elsewhere = device.But(origin: "https://evil.example"), otherDomain = device.But(domain: "evil.example"), unverified = device.But(verifies: false), framed = device.But(inAFrame: true);
        string good = device.Make(asked.Options);
        string[] bad = ["", "{}", "[]", "null", "{\"id\":1}", "{\"id\":\"!!\"}", "{\"id\":\"AAAA\",\"response\":{}}", good[..^40], good.Replace("public-key", "password", StringComparison.Ordinal), new string('x', 20_000),
            elsewhere.Make(asked.Options), otherDomain.Make(asked.Options), unverified.Make(asked.Options), framed.Make(asked.Options), device.Make(asked.Options, "webauthn.get")];
        foreach (var credential in bad) Assert.Equal("passkey-not-taken", (await Add(me, asked, credential).Refusal()).Code);
        foreach (var challenge in (string[])["", "AAAA", asked.Challenge[..^8], new string('A', 400)]) Assert.Equal("passkey-not-taken", (await Add(me, asked with { Challenge = challenge }, good).Refusal()).Code);
        foreach (var name in (string[])["", "  ", new string('名', 51)]) Assert.Equal("passkey-not-taken", (await Add(me, asked, good, name).Refusal()).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await Add(me, asked, good)).StatusCode);
        Assert.Equal("passkey-not-taken", (await Add(me, asked, good).Refusal()).Code);
        var shown = await AskSignIn();
        using var stranger = new SoftPasskey { UserHandle = device.UserHandle };
        foreach (var credential in (string[])[.. bad[..10], good, stranger.Show(shown.Options)]) Assert.Equal("passkey-refused", (await Try(shown, credential).Refusal()).Code);
    }

    [Fact]
    public async Task A_credential_belongs_to_one_person() {
        await Register();
        var other = await cloud.OpenStation();
        using var gateway = cloud.Gateway();
        var session = (await gateway.PostAsJsonAsync(PortalRoutes.SignIn, new SignInRequest(other.LoginName, HarnessStation.Password), Stop).Read<SignInAnswer>()).SessionId!;
        using var stranger = other.WithSession(session);
        var asked = await stranger.PostAsync(IdentityRoutes.MyPasskeyOptions, null, Stop).Read<PasskeyOptions>();
        using var copy = device.But();
        Assert.Equal("passkey-not-taken", (await Add(stranger, asked, copy.Make(asked.Options)).Refusal()).Code);
        using var me = station.WithSession((await SignIn(device)).SessionId!);
        var passkey = Assert.Single((await me.Get<OwnAccount>(IdentityRoutes.Me)).Passkeys);
        Assert.Equal("not-found", (await stranger.PostAsync($"identity/me/passkeys/{passkey.PasskeyId}/deletion", null, Stop).Refusal()).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await me.PostAsync($"identity/me/passkeys/{passkey.PasskeyId}/deletion", null, Stop)).StatusCode);
        var late = await AskSignIn();
        Assert.Equal("passkey-refused", (await Try(late, device.Show(late.Options)).Refusal()).Code);
    }

    [Fact]
    public async Task An_old_session_adds_no_passkey_and_ten_are_enough() {
        var session = await Password();
        using var me = station.WithSession(session);
        for (var i = 0; i < 10; i++) {
            using var one = new SoftPasskey();
            var asked = await me.PostAsync(IdentityRoutes.MyPasskeyOptions, null, Stop).Read<PasskeyOptions>();
            Assert.Equal(HttpStatusCode.NoContent, (await Add(me, asked, one.Make(asked.Options))).StatusCode);
        }
        Assert.Equal("too-many-passkeys", (await me.PostAsync(IdentityRoutes.MyPasskeyOptions, null, Stop).Refusal()).Code);
        time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("sign-in-again", (await me.PostAsync(IdentityRoutes.MyPasskeyOptions, null, Stop).Refusal()).Code);
    }

    [Theory]
    [InlineData("second-factor-reset")]
    [InlineData("removal")]
    public async Task A_lost_device_and_a_removed_person_sign_in_no_more(string act) {
        await Register();
        using var admin = station.Admin();
        var invited = await admin.PostAsJsonAsync(IdentityRoutes.Invitations, new InvitationRequest("管理 次郎", InternalToken.AdminRole), Stop).Read<InvitationMade>();
        using (var gateway = cloud.Gateway()) (await gateway.PostAsJsonAsync(IdentityRoutes.Join, new JoinRequest(invited.Code, "second", HarnessStation.Password), Stop)).EnsureSuccessStatusCode();
        (await admin.PostAsync($"people/{station.PersonId}/{act}", null, Stop)).EnsureSuccessStatusCode();
        var asked = await AskSignIn();
        Assert.Equal("passkey-refused", (await Try(asked, device.Show(asked.Options)).Refusal()).Code);
    }

    [Fact]
    public async Task People_of_the_vendor_have_them_too() {
        Assert.True((await cloud.Host.AddDeskAccount("desk", "窓口 太郎", "also a password", Stop, totpKey: HarnessStation.TotpKey)).Succeeded(out var personId, out _));
        using var gateway = cloud.Gateway();
        var session = (await gateway.PostAsJsonAsync(IdentityRoutes.SignInCode, new SignInCodeRequest(personId!, HarnessStation.TotpCode(time.GetUtcNow())), Stop).Read<SignInAnswer>()).SessionId!;
        using var desk = cloud.Client(() => cloud.Tokens.Make(time.GetUtcNow(), personId!, InternalToken.DeskRole, null, session));
        var asked = await desk.PostAsync(IdentityRoutes.MyPasskeyOptions, null, Stop).Read<PasskeyOptions>();
        Assert.Equal(HttpStatusCode.NoContent, (await Add(desk, asked, device.Make(asked.Options))).StatusCode);
        var answer = await SignIn(device);
        Assert.Equal((SignInStep.Done, InternalToken.DeskRole, null), (answer.Step, answer.Role, answer.Tenant));
    }

    private async Task Register() {
        using var me = station.WithSession(await Password());
        var asked = await me.PostAsync(IdentityRoutes.MyPasskeyOptions, null, Stop).Read<PasskeyOptions>();
        Assert.Equal(HttpStatusCode.NoContent, (await Add(me, asked, device.Make(asked.Options))).StatusCode);
    }

    private static Task<HttpResponseMessage> Add(HttpClient me, PasskeyOptions asked, string credential, string name = "事務所の PC") =>
        me.PostAsJsonAsync(IdentityRoutes.MyPasskeys, new PasskeyRegistration(name, asked.Challenge, credential), Stop);

    /// <summary>A session by password and code.</summary>
    private async Task<string> Password() {
        time.Advance(TimeSpan.FromSeconds(30));
        using var gateway = cloud.Gateway();
        return (await gateway.PostAsJsonAsync(IdentityRoutes.SignInCode, new SignInCodeRequest(station.PersonId, HarnessStation.TotpCode(time.GetUtcNow())), Stop).Read<SignInAnswer>()).SessionId!;
    }

    private async Task<PasskeyOptions> AskSignIn() {
        using var gateway = cloud.Gateway();
        return await gateway.PostAsync(IdentityRoutes.PasskeySignInOptions, null, Stop).Read<PasskeyOptions>();
    }

    private async Task<SignInAnswer> SignIn(SoftPasskey with) {
        var asked = await AskSignIn();
        return await Try(asked, with.Show(asked.Options)).Read<SignInAnswer>();
    }

    private async Task<HttpResponseMessage> Try(PasskeyOptions asked, string credential) {
        using var gateway = cloud.Gateway();
        return await gateway.PostAsJsonAsync(IdentityRoutes.PasskeySignIn, new PasskeySignInRequest(asked.Challenge, credential), Stop);
    }
}
