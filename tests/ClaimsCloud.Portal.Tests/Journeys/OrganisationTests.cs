using System.Net;
using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway;
using ClaimsCloud.Gateway.Organisations;
using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

/// <summary>Through the real gateway, against a provider that is real but for its people.</summary>
public sealed class OrganisationTests(Chromium chromium) : IAsyncLifetime {
    private const string Refused = "/sign-in?problem=organisation-refused&to=%2F";
    private const string Start = "/session/organisations/aoba", StartLink = Start + "/link";
    private readonly ShiftedTime providersTime = new(PortalStack.Start);
    private TestOrganisation aoba = null!;
    private PortalStack stack = null!;
    private StackStation station = null!;

    public async ValueTask InitializeAsync() {
        aoba = await TestOrganisation.Run(providersTime);
        stack = await PortalStack.Run(with: o => o with { Organisations = [aoba.Setting(amr: ["mfa"])] });
        station = await stack.OpenStation();
        aoba.Tenants.Add(station.Tenant);
    }

    public async ValueTask DisposeAsync() {
        await stack.DisposeAsync();
        await aoba.DisposeAsync();
    }

    [Fact]
    public async Task A_person_links_her_account_of_the_organisation_and_signs_in_by_it_until_she_unlinks_it() {
        using (var stranger = new Visitor(stack.Address)) Assert.Equal(Refused, await Through(stranger, Start));
        using var me = await station.Visit();
        Assert.Equal("/account?problem=linked", await Through(me, StartLink));
        Assert.Equal("/account?problem=link-taken", await Through(me, StartLink));
        var account = await Stack.Pages.Html(me, "/account");
        Assert.Contains("hanako@aoba.example.jp", account, StringComparison.Ordinal);

        using var later = new Visitor(stack.Address);
        Assert.Equal("/files", await Through(later, Start + "?to=%2Ffiles"));
        using (var page = await later.Get("/files")) Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        // Once in the filter of the page, once in the row.
        await Eventually.Holds("the station's log tells it", async () => (await Stack.Pages.Html(later, "/audit?act=OrganisationLinked")).Split("組織のアカウントを連携").Length > 2);

        var deletion = account[account.IndexOf("/account/organisations/", StringComparison.Ordinal)..];
        (await me.Post(deletion[..deletion.IndexOf('"', StringComparison.Ordinal)])).Dispose();
        using var last = new Visitor(stack.Address);
        Assert.Equal(Refused, await Through(last, Start));
    }

    [Fact]
    public async Task What_the_provider_says_is_believed_only_when_all_of_it_is_right() {
        await Link();
        await Refuses("another nonce", () => aoba.Lies["nonce"] = "another");
        await Refuses("another audience", () => aoba.Audience = "somebody-else");
        await Refuses("another party", () => aoba.Lies["azp"] = "somebody-else");
        await Refuses("another issuer", () => aoba.Lies["iss"] = "https://evil.example");
        await Refuses("run out", () => aoba.Life = TimeSpan.FromMinutes(-3));
        await Refuses("of the future", () => aoba.Lies["nbf"] = stack.Time.GetUtcNow().AddHours(1).ToUnixTimeSeconds());
        await Refuses("another subject", () => aoba.Subject = "subject-2");
        await Refuses("no subject", () => aoba.Subject = "");
        await Refuses("no signature", () => aoba.Signs = _ => null);
        await Refuses("its public key as a password", () => aoba.Signs = key => new(new SymmetricSecurityKey(key.ExportSubjectPublicKeyInfo()), SecurityAlgorithms.HmacSha256));
        using var sound = new Visitor(stack.Address);
        Assert.Equal("/", await Through(sound, Start));
        await Refuses("a key that it does not show", aoba.SignWithAHiddenKey);
    }

    [Fact]
    public async Task A_new_key_of_the_provider_is_found_and_its_keys_are_not_read_at_every_call() {
        await Link();
        aoba.RollOver();
        stack.Time.Advance(TimeSpan.FromMinutes(2));
        providersTime.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 3; i++) {
            using var visitor = new Visitor(stack.Address);
            Assert.Equal("/", await Through(visitor, Start));
        }
        Assert.Equal(2, aoba.KeysRead);
    }

    [Fact]
    public async Task An_answer_is_good_once_in_the_browser_that_asked_and_with_its_own_state() {
        await Link();
        aoba.TakesACodeTwice = true;
        using var visitor = new Visitor(stack.Address);
        using var other = new Visitor(stack.Address);
        var back = await Go(visitor, Start);
        _ = await Go(other, Start);
        Assert.Equal(Refused, await Get(other, back));
        Assert.Equal(Refused, await Get(new Visitor(stack.Address), back));
        // The other's cookie was used up by the try; with the cookie of this browser a changed state is refused as well.
        var kept = visitor.Cookies.GetAllCookies();
        Assert.Equal(Refused, await Get(visitor, back.Replace("state=", "state=x", StringComparison.Ordinal)));
        Assert.Equal(Refused, await Get(visitor, back));
        back = await Go(visitor, Start);
        kept = visitor.Cookies.GetAllCookies();
        Assert.Equal("/", await Get(visitor, back));
        // Cookie and all once more: also from a provider that takes a code twice.
        using var thief = new Visitor(stack.Address);
        foreach (System.Net.Cookie cookie in kept) thief.Cookies.Add(new System.Net.Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));
        Assert.Equal(Refused, await Get(thief, back));
        aoba.TakesACodeTwice = false;
        back = await Go(thief, Start);
        stack.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(Refused, await Get(thief, back));
    }

    [Fact]
    public async Task The_organisation_stands_for_its_own_stations_only() {
        var stranger = await stack.OpenStation("さくら野訪問看護ステーション", "7654321");
        using (var theirs = await stranger.Visit()) {
            Assert.DoesNotContain("あおば会", await Stack.Pages.Html(theirs, "/account"), StringComparison.Ordinal);
            using var answer = await theirs.Get(StartLink, ("Sec-Fetch-Site", "same-origin"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        await Link();
        aoba.Tenants.Clear();
        using var visitor = new Visitor(stack.Address);
        Assert.Equal(Refused, await Through(visitor, Start));
    }

    [Fact]
    public async Task Its_sign_in_is_a_second_factor_only_where_it_says_so() {
        var careful = await stack.OpenStation("ひかり訪問看護ステーション", "1112223", secondFactor: SecondFactor.On);
        aoba.Tenants.Add(careful.Tenant);
        aoba.Subject = "careful";
        using (var me = await Visitor.SignedIn(stack.Address, careful.Login, stack.Time.GetUtcNow())) Assert.Equal("/account?problem=linked", await Through(me, StartLink));
        using var half = new Visitor(stack.Address);
        Assert.Equal("/sign-in/code?to=%2F", await Through(half, Start));
        using (var page = await half.Get("/files")) Assert.Equal("/sign-in/code", page.Headers.Location!.ToString());
        aoba.Lies["amr"] = new[] { "pwd" };
        using var password = new Visitor(stack.Address);
        Assert.Equal("/sign-in/code?to=%2F", await Through(password, Start));
        aoba.Lies["amr"] = new[] { "pwd", "mfa" };
        using var whole = new Visitor(stack.Address);
        Assert.Equal("/", await Through(whole, Start));
    }

    [Fact]
    public async Task People_of_the_vendor_come_from_an_organisation_only_where_it_is_named_for_them() {
        await stack.OpenDesk();
        aoba.Tenants.Add(OrganisationPerson.Vendor);
        using (var me = await Visitor.SignedIn(stack.Address, "desk", stack.Time.GetUtcNow())) Assert.Equal("/account?problem=linked", await Through(me, StartLink));
        using var half = new Visitor(stack.Address);
        Assert.Equal("/sign-in/code?to=%2F", await Through(half, Start));
        aoba.Lies["amr"] = "mfa";
        using var whole = new Visitor(stack.Address);
        Assert.Equal("/desk", await Through(whole, Start));
        aoba.Tenants.Remove(OrganisationPerson.Vendor);
        using var later = new Visitor(stack.Address);
        Assert.Equal(Refused, await Through(later, Start));
    }

    [Fact]
    public async Task A_locked_account_stays_locked_and_an_old_session_links_nothing() {
        await Link();
        using (var guesser = new Visitor(stack.Address)) for (var i = 0; i < 5; i++) (await guesser.SignIn(station.Login, "wrong")).Dispose();
        using var visitor = new Visitor(stack.Address);
        Assert.Equal("/sign-in?problem=sign-in-locked&to=%2F", await Through(visitor, Start));
        stack.Time.Advance(TimeSpan.FromMinutes(16));
        using var me = await station.Visit();
        stack.Time.Advance(TimeSpan.FromMinutes(16));
        providersTime.Advance(TimeSpan.FromMinutes(32));
        aoba.Subject = "subject-2";
        Assert.Equal("/account?problem=sign-in-again", await Through(me, StartLink));
        Assert.Contains("ログインし直してから", await Stack.Pages.Html(me, "/account?problem=sign-in-again"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_sends_nobody_on_the_way_and_there_is_no_way_to_an_organisation_without_a_name_here() {
        using var me = await station.Visit();
        foreach (var path in (string[])[Start, StartLink])
            foreach (var site in (string[])["cross-site", "same-site", ""]) {
                using var answer = await me.Get(path, ("Sec-Fetch-Site", site));
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        foreach (var path in (string[])["/session/organisations/other", "/session/organisations/other/link", "/session/organisations/other/return?code=a&state=b", "/session/organisations/https:%2F%2Fevil.example"]) {
            using var answer = await me.Get(path, ("Sec-Fetch-Site", "same-origin"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        using var stranger = new Visitor(stack.Address);
        using var link = await stranger.Get(StartLink, ("Sec-Fetch-Site", "same-origin"));
        Assert.StartsWith("/sign-in?to=", link.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tries_by_way_of_an_organisation_count_with_all_others_from_their_address() {
        await using var narrow = await PortalStack.Run(with: o => o with { Organisations = [aoba.Setting()], Limits = new() { SignInsPerAddress = 4 } });
        using var visitor = new Visitor(narrow.Address);
        for (var i = 0; i < 2; i++) Assert.Equal(Refused, await Through(visitor, Start));
        using var answer = await visitor.Get(Start, ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal("/sign-in?problem=too-many&to=%2F", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task In_a_browser_the_buttons_lead_there_and_back() {
        await using var window = await chromium.Open(stack.Address, width: 360);
        await window.SignIn(station.Login);
        await window.Page.GotoAsync("/account");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "あおば会のアカウントと連携する" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Rowheader, new() { Name = "hanako@aoba.example.jp" })).ToBeVisibleAsync();
        Assert.Empty(await Axe.Violations(window));
        Assert.Empty(await window.SidewaysOverflow());
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "ログアウト" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "あおば会のアカウント" })).ToBeVisibleAsync();
        Assert.Empty(await Axe.Violations(window));
        Assert.Empty(await window.SidewaysOverflow());
        await window.Keep("sign-in-organisation");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "あおば会のアカウント" }).ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(stack.Address.ToString());
        Assert.Empty(window.Complaints);
    }

    private async Task Link() {
        using var me = await station.Visit();
        Assert.Equal("/account?problem=linked", await Through(me, StartLink));
    }

    /// <summary>With that one lie, and no longer after it.</summary>
    private async Task Refuses(string what, Action lie) {
        var (subject, life, signs) = (aoba.Subject, aoba.Life, aoba.Signs);
        lie();
        using var visitor = new Visitor(stack.Address);
        var led = await Through(visitor, Start);
        Assert.True(led == Refused, $"{what}: {led}");
        using var page = await visitor.Get("/files");
        Assert.NotEqual(HttpStatusCode.OK, page.StatusCode);
        (aoba.Subject, aoba.Life, aoba.Signs, aoba.Audience) = (subject, life, signs, TestOrganisation.ClientId);
        aoba.Lies.Clear();
    }

    private async Task<string> Through(Visitor visitor, string start) => await Get(visitor, await Go(visitor, start));

    /// <summary>To the organisation, where its person signs in; answers the way back.</summary>
    private async Task<string> Go(Visitor visitor, string start) {
        using var answer = await visitor.Get(start, ("Sec-Fetch-Site", "same-origin"));
        return new Uri(aoba.SignIn(answer.Headers.Location!)).PathAndQuery;
    }

    private static async Task<string> Get(Visitor visitor, string path) {
        using var answer = await visitor.Get(path, ("Sec-Fetch-Site", "cross-site"));
        return answer.Headers.Location!.ToString();
    }
}
