using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

/// <summary>Where script runs, search, filter and paging replace a part of the page.</summary>
public sealed class PartTests(Tour tour, Chromium chromium) : IClassFixture<Tour> {
    [Fact]
    public async Task Turning_a_page_replaces_the_list_only_and_is_said_aloud() {
        await using var window = await Open($"/files/{tour.LargeFile}/claims");
        var page = window.Page;
        await page.EvaluateAsync("() => document.querySelector('h1').dataset.kept = 'yes'");
        await page.GetByRole(AriaRole.Link, new() { Name = "次へ" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#announce")).ToHaveTextAsync("120件中 51〜100件目を表示しています。");
        await Assertions.Expect(page.Locator("h1")).ToHaveAttributeAsync("data-kept", "yes");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "次へ" })).ToBeFocusedAsync();
        Assert.EndsWith("/claims?page=2", page.Url, StringComparison.Ordinal);

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#announce")).ToHaveTextAsync("120件中 101〜120件目を表示しています。");
        await Assertions.Expect(page.Locator("#claims")).ToBeFocusedAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByText("120件中 51〜100件目を表示しています。").First).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_filter_and_a_search_work_together_and_keep_each_other() {
        await using var window = await Open($"/files/{tour.FaultyFile}/findings");
        var page = window.Page;
        await page.EvaluateAsync("() => document.querySelector('h1').dataset.kept = 'yes'");
        await page.GetByRole(AriaRole.Link, new() { Name = "受付不能", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("このままではこのレセプトが受け付けられません。")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".finding .badge", new() { HasText = "未点検" })).ToHaveCountAsync(0);
        await page.GetByLabel("番号・氏名・メッセージ・項目で探す").FillAsync("男女区分");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".finding")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("h1")).ToHaveAttributeAsync("data-kept", "yes");
        Assert.Contains("severity=claim-refused", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "未点検", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("当てはまる指摘はありません")).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_finding_leads_to_its_rule_and_to_its_line_of_the_receipt() {
        await using var window = await Open($"/files/{tour.FaultyFile}/claims/2");
        var page = window.Page;
        var finding = page.Locator(".finding", new() { HasText = "男女区分" });
        await finding.GetByRole(AriaRole.Link, new() { Name = "25行目" }).ClickAsync();
        await Assertions.Expect(page.Locator("#line-25")).ToBeInViewportAsync();
        await finding.Locator("a.code").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "別表にないコードです" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task When_the_session_ends_the_next_part_leads_to_the_sign_in_page_and_back() {
        await using var stack = await PortalStack.Run();
        var station = await stack.OpenStation();
        await using var window = await chromium.Open(stack.Address);
        await window.SignIn(station.Login);
        await window.Page.GotoAsync("/rules");
        stack.Time.Advance(TimeSpan.FromMinutes(31));
        await window.Page.GetByLabel("番号・言葉で探す").FillAsync("日付");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.GetByText("時間がたったため、ログアウトしました。")).ToBeVisibleAsync();
        await window.Page.GetByLabel("ログイン名").FillAsync(station.Login);
        await window.Page.GetByLabel("パスワード").FillAsync(PortalStack.Password);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/rules");
    }

    [Fact]
    public async Task A_part_that_cannot_be_loaded_says_so() {
        await using var stack = await PortalStack.Run();
        var station = await stack.OpenStation();
        await using var window = await chromium.Open(stack.Address);
        await window.SignIn(station.Login);
        await window.Page.GotoAsync("/rules");
        await stack.Functions.App.StopAsync();
        await window.Page.GetByLabel("番号・言葉で探す").FillAsync("日付");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "ただいまつながりません" })).ToBeVisibleAsync();
        await window.Keep("unavailable-portal");
        await stack.Portal.App.StopAsync();
        await window.Page.GotoAsync("/rules");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "ただいまつながりません" })).ToBeVisibleAsync();
        await window.Keep("unavailable-gateway");
        Assert.Empty(window.Complaints);
    }

    private async Task<Window> Open(string path) {
        var window = await chromium.Open(tour.Stack.Address);
        await window.Enter(tour.Biller);
        await window.Page.GotoAsync(path);
        return window;
    }
}
