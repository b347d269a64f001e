using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

/// <summary>A station applies from a phone, the desk takes it on, and its first person sets her password: in a real browser, with and without script.</summary>
public sealed class CaseTests(Chromium chromium) : IAsyncLifetime {
    private PortalStack stack = null!;

    public async ValueTask InitializeAsync() => stack = await PortalStack.Run();

    [Theory]
    [InlineData(nameof(Script.Runs))]
    [InlineData(nameof(Script.Off))]
    public async Task A_station_applies_is_introduced_quoted_and_lets_in(string scripting) {
        var script = Enum.Parse<Script>(scripting);
        await using var phone = await chromium.Open(stack.Address, 360, script);
        var page = phone.Page;
        await page.GotoAsync("/apply");
        await Assertions.Expect(page.GetByText("86,000〜186,000円")).ToBeVisibleAsync();
        await page.Locator("#v-stationName").FillAsync("みずほ訪問看護ステーション");
        await page.GetByRole(AriaRole.Button, new() { Name = "下書きを保存する" }).ClickAsync();
        await Assertions.Expect(page.GetByText("下書きを保存しました")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#v-stationName")).ToHaveValueAsync("みずほ訪問看護ステーション");
        await page.Locator("#v-stationCode").FillAsync("8200001");
        await page.Locator("#v-prefecture").SelectOptionAsync("東京都");
        await page.Locator("#v-address").FillAsync("架空市1-2-3");
        await page.Locator("#v-contactName").FillAsync("導入 花子");
        await page.Locator("#v-phone").FillAsync("03-0000-0001");
        await page.Locator("#v-email").FillAsync("hanako@example.jp");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "フレッツ光（NTT東日本・西日本）を契約中" }).CheckAsync();
        await page.Locator("#v-building").SelectOptionAsync("fits");
        await page.GetByRole(AriaRole.Button, new() { Name = "申し込む" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "お申込みを受け付けました" })).ToBeVisibleAsync();

        using var person = await Visitor.SignedIn(stack.Address, await stack.OpenDesk(), stack.Time.GetUtcNow());
        await using var desk = await chromium.Open(stack.Address, 1280, script);
        await desk.Enter(person);
        var board = desk.Page;
        await board.GotoAsync("/cases");
        await board.GetByRole(AriaRole.Link, new() { Name = "みずほ訪問看護ステーション" }).ClickAsync();
        await board.GetByRole(AriaRole.Button, new() { Name = "「導入支援事業者の紹介」へ進める" }).ClickAsync();
        await board.GetByRole(AriaRole.Link, new() { Name = "申込みと紹介先" }).ClickAsync();
        await board.GetByLabel("NTT東日本（IP-VPN接続）").CheckAsync();
        await board.GetByRole(AriaRole.Button, new() { Name = "この事業者を紹介する" }).ClickAsync();
        await board.GetByRole(AriaRole.Link, new() { Name = "見積もり・発注・請求" }).ClickAsync();
        await board.GetByRole(AriaRole.Button, new() { Name = "今日の料金表で作る" }).ClickAsync();
        await Assertions.Expect(board.GetByText("86,000〜186,000円")).ToBeVisibleAsync();
        await board.GetByRole(AriaRole.Link, new() { Name = "進み具合" }).ClickAsync();
        await board.GetByRole(AriaRole.Button, new() { Name = "「発注」へ進める" }).ClickAsync();
        await board.GetByLabel("最初の管理者のログイン名").FillAsync("mizuho");
        await board.GetByRole(AriaRole.Button, new() { Name = "利用を始める" }).ClickAsync();
        var invitation = await board.Locator("code").InnerTextAsync();

        await page.GotoAsync(invitation);
        await page.GetByLabel("新しいパスワード", new() { Exact = true }).FillAsync(PortalStack.Password);
        await page.GetByLabel("新しいパスワード（もう一度）").FillAsync(PortalStack.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "設定する" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "準備ができました" })).ToBeVisibleAsync();
        using var admin = await Visitor.SignedIn(stack.Address, "mizuho", stack.Time.GetUtcNow());
        await phone.Enter(admin);
        await page.GotoAsync("/checklist");
        await page.Locator("#paper-7").SetInputFilesAsync(new FilePayload { Name = "端末.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF, 0xE0] });
        await page.Locator("form:has(#paper-7) button").ClickAsync();
        await Assertions.Expect(page.GetByText("端末.jpg")).ToBeVisibleAsync();
        Assert.Empty(phone.Complaints);
        Assert.Empty(desk.Complaints);
    }

    public async ValueTask DisposeAsync() => await stack.DisposeAsync();
}
