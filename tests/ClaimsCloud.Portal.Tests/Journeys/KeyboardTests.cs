using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

public sealed class KeyboardTests(Chromium chromium) : IAsyncLifetime {
    private PortalStack stack = null!;
    private StackStation station = null!;

    public async ValueTask InitializeAsync() {
        stack = await PortalStack.Run();
        station = await stack.OpenStation();
    }

    public ValueTask DisposeAsync() => stack.DisposeAsync();

    [Fact]
    public async Task A_file_is_sealed_without_touching_a_mouse() {
        await using var window = await chromium.Open(stack.Address);
        var page = window.Page;
        await page.GotoAsync("/sign-in");
        await TabTo(page, "ログイン名");
        await page.Keyboard.TypeAsync(station.Login);
        await TabTo(page, "パスワード");
        await page.Keyboard.TypeAsync(PortalStack.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/");

        await TabTo(page, "ファイルを取り込む");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/files/new");
        await TabTo(page, "請求ファイル", "INPUT");
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Space"));
        await chooser.SetFilesAsync(new FilePayload { Name = "RECEIPTH.UKE", MimeType = "application/octet-stream", Buffer = UkeText.Sample("demo-station-a") });
        await TabTo(page, "取り込んで点検する");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "内容を確かめて封印してください" })).ToBeVisibleAsync();
        await TabTo(page, "封印へ進む");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/seal");
        await TabTo(page, "封印して送る");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "連携端末の受け取りを待っています" })).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_navigation_into_the_page() {
        await using var window = await chromium.Open(stack.Address);
        await window.SignIn(station.Login);
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("本文へ移動", await Focused(window.Page));
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("ファイルを取り込む", await Focused(window.Page));
    }

    [Fact]
    public async Task A_problem_takes_the_focus_and_leads_to_its_field() {
        await using var window = await chromium.Open(stack.Address);
        await window.Page.GotoAsync("/sign-in?problem=sign-in-failed");
        await Assertions.Expect(window.Page.Locator(".error-summary")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.GetByLabel("ログイン名")).ToBeFocusedAsync();
        await Assertions.Expect(window.Page.GetByLabel("ログイン名")).ToHaveAccessibleDescriptionAsync("ログイン名またはパスワードが違います。");
    }

    /// <summary>Presses Tab until the focus is there; every stop on the way must be seen.</summary>
    internal static async Task TabTo(IPage page, string name, string? tag = null) {
        for (var stops = 0; stops < 60; stops++) {
            await page.Keyboard.PressAsync("Tab");
            var seen = await page.EvaluateAsync<bool>("() => document.activeElement === document.body || (s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)(getComputedStyle(document.activeElement))");
            Assert.True(seen, $"the focus on {await Focused(page)} cannot be seen");
            if (await Focused(page) == name && (tag is null || await page.EvaluateAsync<string>("() => document.activeElement.tagName") == tag)) return;
        }
        Assert.Fail($"Tab does not lead to {name} on {page.Url}");
    }

    private static Task<string> Focused(IPage page) =>
        page.EvaluateAsync<string>("() => { const e = document.activeElement; return (e.labels && e.labels.length ? e.labels[0].textContent : e.textContent).trim(); }");
}
