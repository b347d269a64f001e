using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

/// <summary>A person of the vendor's desk: the console lives, a station is looked at as far as it lets her, a fault is brought to its end.</summary>
public sealed class DeskTests(Chromium chromium) : IAsyncLifetime {
    private PortalStack stack = null!;

    public async ValueTask InitializeAsync() => stack = await PortalStack.Run(fleet: 30);

    [Fact]
    public async Task The_console_shows_a_new_station_by_itself_and_a_fault_of_it_is_brought_to_its_end() {
        using var desk = await Visitor.SignedIn(stack.Address, await stack.OpenDesk(), stack.Time.GetUtcNow());
        await using var window = await chromium.Open(stack.Address);
        await window.Enter(desk);
        var page = window.Page;
        await page.GotoAsync("/desk?search=はるかぜ");
        await Assertions.Expect(page.GetByText("当てはまるステーションはありません")).ToBeVisibleAsync();
        var station = await stack.OpenStation("はるかぜ訪問看護ステーション");
        using var admin = await station.Visit();
        var link = page.GetByRole(AriaRole.Link, new() { Name = station.Name });
        await Assertions.Expect(link).ToBeVisibleAsync();

        await link.ClickAsync();
        await Assertions.Expect(page.GetByText("いまあなたへの許可はありません")).ToBeVisibleAsync();
        var file = await station.Upload(UkeText.Sample("demo-station-a"));
        await Stack.Pages.Settled(station, file);
        (await admin.Post("/grants", new FormUrlEncodedContent([new("login", "desk"), new("file", file)]))).Dispose();
        await Eventually.Holds("the grant is at the desk", async () => (await Stack.Pages.Html(desk, $"/desk/stations/{station.Tenant}")).Contains("/desk/grants/", StringComparison.Ordinal));
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "許可された請求ファイルを見る" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "指摘" })).ToBeVisibleAsync();
        Assert.Contains("サポートが閲覧", await Stack.Pages.Html(admin, "/audit"), StringComparison.Ordinal);

        await page.GotoAsync($"/desk/stations/{station.Tenant}");
        await page.GetByLabel("導入事業者").FillAsync("SHINKO");
        await page.GetByRole(AriaRole.Button, new() { Name = "契約を保存する" }).ClickAsync();
        (await admin.Post("/support", new FormUrlEncodedContent([new("symptom", "connector"), new("text", "朝からつながりません。"), new("call", "10時から12時")]))).Dispose();
        await Eventually.Holds("the fault is at the desk", async () => (await Stack.Pages.Html(desk, "/desk/tickets")).Contains(station.Name, StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "保守の相談" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = station.Name }).ClickAsync();
        await page.GetByLabel("いいえ").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "確認したことを記録する" }).ClickAsync();
        await Assertions.Expect(page.GetByText("担当：回線")).ToBeVisibleAsync();
        await page.GetByLabel("手配の内容").FillAsync("回線の確認を依頼");
        await page.GetByRole(AriaRole.Button, new() { Name = "手配を記録する" }).ClickAsync();
        await page.GetByLabel("回答（400文字まで）").FillAsync("回線が復旧しました。");
        await page.GetByRole(AriaRole.Button, new() { Name = "回答する", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("根拠：手引き")).ToBeVisibleAsync();
        await Eventually.Holds("the answer is at the station", async () => (await Stack.Pages.Html(admin, "/support")).Contains("回線が復旧しました。", StringComparison.Ordinal));
        Assert.Empty(window.Complaints);
    }

    public ValueTask DisposeAsync() => stack.DisposeAsync();
}
