using System.Net;
using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway;
using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

/// <summary>With the browser's own authenticator. A passkey belongs to a name, so the door is called localhost here.</summary>
public sealed class PasskeyTests(Chromium chromium) : IAsyncLifetime {
    private PortalStack stack = null!;

    private Uri Door => Named(stack.Address);

    public async ValueTask InitializeAsync() => stack = await PortalStack.Run();

    public ValueTask DisposeAsync() => stack.DisposeAsync();

    [Fact]
    public async Task A_person_of_the_vendor_registers_a_passkey_signs_in_with_it_alone_and_no_more_once_it_is_removed() {
        await stack.OpenDesk();
        await using var window = await chromium.Open(Door);
        await Authenticator.PlugIn(window);
        var page = window.Page;
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("ログイン名").FillAsync("desk");
        await page.GetByLabel("パスワード").FillAsync(PortalStack.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "ログイン", Exact = true }).ClickAsync();
        await page.GetByLabel("認証アプリの6桁のコード").FillAsync(HarnessStation.TotpCode(stack.Time.GetUtcNow()));
        await page.GetByRole(AriaRole.Button, new() { Name = "ログイン", Exact = true }).ClickAsync();
        await At(page, "/desk");

        await page.GotoAsync("/account");
        await Register(page, "机の <b>PC</b>");
        // The same device again: the browser says so before anything is sent.
        await page.GetByLabel("パスキーの名前").FillAsync("もう一度");
        await page.GetByRole(AriaRole.Button, new() { Name = "パスキーを登録する" }).ClickAsync();
        await Assertions.Expect(page.GetByText("この端末のパスキーは、すでに登録されています。")).ToBeVisibleAsync();
        Assert.Empty(await Axe.Violations(window));
        await window.Keep("account-passkey");

        await SignOut(page);
        await UsePasskey(page);
        await At(page, "/desk");
        await page.GotoAsync("/audit");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "パスキーを登録" })).ToBeVisibleAsync();

        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "削除する" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "削除する" })).ToHaveCountAsync(0);
        await SignOut(page);
        await UsePasskey(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).GetByText("このパスキーではログインできません")).ToBeVisibleAsync();
        Assert.Contains("/sign-in?problem=passkey-refused", page.Url, StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task What_the_device_signed_is_worth_nothing_a_second_time_in_another_browser_or_from_another_origin() {
        var station = await stack.OpenStation();
        await using var window = await chromium.Open(Door);
        await Authenticator.PlugIn(window);
        await window.SignIn(station.Login);
        await window.Page.GotoAsync("/account");
        await Register(window.Page, "PC");
        await SignOut(window.Page);
        var sent = await window.Page.RunAndWaitForRequestAsync(() => UsePasskey(window.Page), request => request is { Method: "POST" } && request.Url.EndsWith("/session/passkey", StringComparison.Ordinal));
        await At(window.Page, "/");

        // Everything that went over the line, cookie and all, once more.
        using var thief = new Visitor(Door);
        using var again = new StringContent(sent.PostData!, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
        var cookie = (await sent.AllHeadersAsync())["cookie"];
        using (var answer = await thief.Send(HttpMethod.Post, "/session/passkey", again, ("Cookie", cookie), ("Origin", thief.Origin), ("Sec-Fetch-Site", "same-origin"))) Assert.Equal(Refused, answer.Headers.Location!.ToString());

        // Signed now, but asked for by another browser.
        var mine = await Ask(thief);
        using var other = new Visitor(Door);
        _ = await Ask(other);
        Assert.Equal(Refused, await Enter(other, await Authenticator.Sign(window.Page, mine)));
        Assert.Equal(Refused, await Enter(new Visitor(Door), await Authenticator.Sign(window.Page, mine)));

        // Signed for the question of this browser, but on another origin of the same name.
        await window.Page.GotoAsync(Named(stack.Portal.Address) + "sign-in");
        mine = await Ask(thief);
        Assert.Equal(Refused, await Enter(thief, await Authenticator.Sign(window.Page, mine)));

        // What is asked for here and signed here opens the door, and the cookie is used up by a try.
        await window.Page.GotoAsync("/sign-in");
        mine = await Ask(thief);
        var good = await Authenticator.Sign(window.Page, mine);
        Assert.Equal("/", await Enter(thief, good));
        Assert.Equal(Refused, await Enter(thief, good));
    }

    [Fact]
    public async Task Without_script_or_under_a_number_the_password_way_is_all_there_is_and_is_said_to_work() {
        var station = await stack.OpenStation();
        await using var plain = await chromium.Open(Door, script: Script.Off);
        await plain.Page.GotoAsync("/sign-in");
        await Assertions.Expect(plain.Page.GetByText("パスワードではこのままログインできます")).ToBeVisibleAsync();
        await Assertions.Expect(plain.Page.GetByRole(AriaRole.Button, new() { Name = "パスキーでログイン" })).ToBeHiddenAsync();
        await plain.SignIn(station.Login);
        await plain.Page.GotoAsync("/account");
        await Assertions.Expect(plain.Page.GetByText("このブラウザーでは、パスキーを登録できません")).ToBeVisibleAsync();
        await using var numbered = await chromium.Open(stack.Address);
        await numbered.Page.GotoAsync("/sign-in");
        await Assertions.Expect(numbered.Page.GetByRole(AriaRole.Button, new() { Name = "パスキーでログイン" })).ToBeHiddenAsync();
        using var visitor = new Visitor(stack.Address);
        using var options = await visitor.Post("/session/passkey/options");
        Assert.Equal(HttpStatusCode.Conflict, options.StatusCode);
    }

    [Fact]
    public async Task A_session_that_is_not_fresh_is_told_to_sign_in_again() {
        var station = await stack.OpenStation();
        await using var window = await chromium.Open(Door);
        await Authenticator.PlugIn(window);
        await window.SignIn(station.Login);
        stack.Time.Advance(TimeSpan.FromMinutes(20));
        await window.Page.GotoAsync("/account");
        await window.Page.GetByLabel("パスキーの名前").FillAsync("PC");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "パスキーを登録する" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByText("ログインし直してから")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Tries_with_passkeys_count_with_all_others_from_their_address() {
        await using var narrow = await PortalStack.Run(with: o => o with { Limits = new() { SignInsPerAddress = 3 } });
        using var visitor = new Visitor(Named(narrow.Address));
        for (var i = 0; i < 3; i++) {
            _ = await Ask(visitor);
            Assert.Equal(Refused, await Enter(visitor, """{"id":"AAAA"}"""));
        }
        _ = await Ask(visitor);
        Assert.Equal("/sign-in?problem=too-many&to=%2F", await Enter(visitor, """{"id":"AAAA"}"""));
    }

    [Fact]
    public async Task Where_the_public_address_is_set_it_alone_names_the_place_whatever_a_caller_writes() {
        await using var set = await PortalStack.Run(with: o => o with { PublicAddress = new("https://claims.example.jp/") });
        using var visitor = new Visitor(Named(set.Address));
        Assert.Contains("\"rpId\":\"claims.example.jp\"", await Ask(visitor), StringComparison.Ordinal);
    }

    private const string Refused = "/sign-in?problem=passkey-refused&to=%2F";

    private static Uri Named(Uri address) => new UriBuilder(address) { Host = "localhost" }.Uri;

    private static async Task Register(IPage page, string name) {
        await page.GetByLabel("パスキーの名前").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "パスキーを登録する" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = name })).ToBeVisibleAsync();
    }

    private static async Task SignOut(IPage page) {
        await page.GetByRole(AriaRole.Button, new() { Name = "ログアウト" }).ClickAsync();
        await At(page, "/sign-in?problem=signed-out");
    }

    /// <summary>Not by the event of a page that is whole: what has not loaded of it says nothing here.</summary>
    private static Task At(IPage page, string path) => Assertions.Expect(page).ToHaveURLAsync(new Uri(new Uri(page.Url), path).ToString());

    private static Task UsePasskey(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "パスキーでログイン" }).ClickAsync();

    /// <summary>The gateway's question, whose cookie the visitor now has.</summary>
    private static async Task<string> Ask(Visitor visitor) {
        using var answer = await visitor.Post("/session/passkey/options");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("httponly", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string> Enter(Visitor visitor, string credential) {
        using var form = new FormUrlEncodedContent([new("credential", credential), new("to", "/")]);
        using var answer = await visitor.Post("/session/passkey", form);
        return answer.Headers.Location!.ToString();
    }
}
