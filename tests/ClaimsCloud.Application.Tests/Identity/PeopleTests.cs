using System.Net;
using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Identity;

public sealed class PeopleTests : IAsyncLifetime {
    private readonly ManualTime time = new(CloudHarness.Start);
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;
    private HttpClient admin = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation();
        admin = station.Admin();
    }

    [Fact]
    public async Task An_invited_person_makes_her_account_and_has_the_role_she_was_invited_for() {
        var made = await Invite("nurse");
        Assert.Equal(time.GetUtcNow().AddDays(3), made.ExpiresAt);
        Assert.Equal(HttpStatusCode.NoContent, (await Join(made.Code, "hanako")).StatusCode);
        var answer = await SignIn("hanako").Read<SignInAnswer>();
        Assert.Equal(("看護 花子", station.Tenant, "nurse"), (answer.DisplayName, answer.Tenant, answer.Role));
        var people = await admin.Get<PeopleDetail>(IdentityRoutes.People);
        Assert.Equal(["biller1", "hanako"], people.People.Select(p => p.LoginName));
        Assert.Empty(people.Invitations);
    }

    [Fact]
    public async Task An_invitation_is_good_once_until_its_end_and_not_after_it_was_withdrawn() {
        var used = await Invite();
        Assert.Equal("login-taken", (await Join(used.Code, station.LoginName).Refusal()).Code);
        (await Join(used.Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), "one")).EnsureSuccessStatusCode();
        Assert.Equal("invitation-refused", (await Join(used.Code, "two").Refusal()).Code);
        var withdrawn = await Invite();
        var row = Assert.Single((await admin.Get<PeopleDetail>(IdentityRoutes.People)).Invitations);
        (await admin.PostAsync($"people/invitations/{row.InvitationId}/deletion", null, Stop)).EnsureSuccessStatusCode();
        Assert.Equal("invitation-refused", (await Join(withdrawn.Code, "two").Refusal()).Code);
        var late = await Invite();
        time.Advance(TimeSpan.FromDays(3));
        Assert.Equal("invitation-refused", (await Join(late.Code, "two").Refusal()).Code);
        foreach (var none in (string[])["", "x", "3333-3333-3333-3333"]) Assert.Equal("invitation-refused", (await Join(none, "two").Refusal()).Code);
    }

    [Fact]
    public async Task Of_two_who_use_an_invitation_at_once_one_gets_in() {
        var made = await Invite();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Join(made.Code, $"person{i}")));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(2, (await admin.Get<PeopleDetail>(IdentityRoutes.People)).People.Count);
    }

    [Fact]
    public async Task A_new_role_holds_at_once_because_the_sessions_end() {
        var (person, session) = await NewPerson("one");
        using var hers = cloud.Client(() => cloud.Tokens.Make(time.GetUtcNow(), person, InternalToken.BillerRole, station.Tenant, session));
        await hers.Get<Page<ClaimFileRow>>(PortalRoutes.ClaimFiles);
        (await admin.PostAsJsonAsync($"people/{person}/role", new RoleChange("nurse"), Stop)).EnsureSuccessStatusCode();
        Assert.Equal("token-refused", (await hers.GetAsync(PortalRoutes.ClaimFiles, Stop).Refusal()).Code);
        Assert.Equal("nurse", (await SignIn("one").Read<SignInAnswer>()).Role);
        Assert.Equal("bad-request", (await admin.PostAsJsonAsync($"people/{person}/role", new RoleChange("engineer"), Stop).Refusal()).Code);
    }

    [Fact]
    public async Task A_removed_person_cannot_sign_in_and_a_reset_second_factor_is_set_up_anew() {
        var (person, session) = await NewPerson("one");
        using var hers = cloud.Client(() => cloud.Tokens.Make(time.GetUtcNow(), person, InternalToken.BillerRole, station.Tenant, session));
        (await admin.PostAsync($"people/{person}/second-factor-reset", null, Stop)).EnsureSuccessStatusCode();
        Assert.Equal("token-refused", (await hers.GetAsync(PortalRoutes.ClaimFiles, Stop).Refusal()).Code);
        (await admin.PostAsync($"people/{person}/removal", null, Stop)).EnsureSuccessStatusCode();
        Assert.Equal("sign-in-failed", (await SignIn("one").Refusal()).Code);
        Assert.Equal("not-found", (await admin.PostAsync($"people/{person}/removal", null, Stop).Refusal()).Code);
    }

    [Fact]
    public async Task Somebody_who_looks_after_the_station_is_always_left() {
        Assert.Equal("last-admin", (await admin.PostAsync($"people/{station.PersonId}/removal", null, Stop).Refusal()).Code);
        Assert.Equal("last-admin", (await admin.PostAsJsonAsync($"people/{station.PersonId}/role", new RoleChange("nurse"), Stop).Refusal()).Code);
        var (other, _) = await NewPerson("one", "admin");
        // Each removes the other at the same time.
        var answers = await Task.WhenAll(admin.PostAsync($"people/{other}/removal", null, Stop), admin.PostAsync($"people/{station.PersonId}/removal", null, Stop));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.NoContent);
        Assert.Single((await admin.Get<PeopleDetail>(IdentityRoutes.People)).People);
    }

    [Fact]
    public async Task Neither_another_station_nor_the_vendor_reaches_a_stations_people() {
        var (person, _) = await NewPerson("one");
        using var stranger = (await cloud.OpenStation()).Admin();
        using var engineer = cloud.Engineer();
        foreach (var other in (HttpClient[])[stranger, engineer]) {
            Assert.DoesNotContain((await other.Get<PeopleDetail>(IdentityRoutes.People)).People, p => p.PersonId == person);
            foreach (var act in (string[])["removal", "second-factor-reset", "sessions/end"])
                Assert.Equal("not-found", (await other.PostAsync($"people/{person}/{act}", null, Stop).Refusal()).Code);
        }
        Assert.Equal(2, (await admin.Get<PeopleDetail>(IdentityRoutes.People)).People.Count);
    }

    [Fact]
    public async Task What_was_done_with_people_stands_in_the_log_of_their_house() {
        var (person, _) = await NewPerson("one");
        (await admin.PostAsJsonAsync($"people/{person}/role", new RoleChange("nurse"), Stop)).EnsureSuccessStatusCode();
        AuditAct[] expected = [AuditAct.Invited, AuditAct.PersonJoined, AuditAct.SignedIn, AuditAct.RoleChanged];
        var rows = await Eventually.Get<IReadOnlyList<AuditRow>>("all four acts are there", async () => {
            var log = await admin.Get<AuditPage>(AuditRoutes.Log);
            return expected.All(act => log.Items.Any(r => r.Act == act)) ? log.Items : null;
        });
        var role = rows.Single(r => r.Act == AuditAct.RoleChanged);
        Assert.Equal((station.PersonId, person, "nurse", GatewayTokens.From), (role.Actor, role.Subject, role.Why, role.From));
    }

    public async ValueTask DisposeAsync() {
        admin.Dispose();
        await cloud.DisposeAsync();
    }

    private async Task<(string PersonId, string Session)> NewPerson(string login, string role = "biller") {
        (await Join((await Invite(role)).Code, login)).EnsureSuccessStatusCode();
        var answer = await SignIn(login).Read<SignInAnswer>();
        return (answer.PersonId, answer.SessionId!);
    }

    private Task<InvitationMade> Invite(string role = "biller") => admin.PostAsJsonAsync(IdentityRoutes.Invitations, new InvitationRequest("看護 花子", role), Stop).Read<InvitationMade>();

    private Task<HttpResponseMessage> Join(string code, string login) => Post(IdentityRoutes.Join, new JoinRequest(code, login, "a long password"));

    private Task<HttpResponseMessage> SignIn(string login) => Post(PortalRoutes.SignIn, new SignInRequest(login, "a long password"));

    private async Task<HttpResponseMessage> Post<T>(string route, T body) {
        using var gateway = cloud.Gateway();
        return await gateway.PostAsJsonAsync(route, body, Stop);
    }
}
