using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

/// <summary>One file from the form to the closed network and its answer back, as the person at the screen does it, with the real connector on the other side.</summary>
public sealed class JourneyTests(Chromium chromium) : IAsyncLifetime {
    private PortalStack stack = null!;
    private StackStation station = null!;
    private StationSite site = null!;

    public async ValueTask InitializeAsync() {
        stack = await PortalStack.Run();
        station = await stack.OpenStation();
        site = new StationSite(stack);
    }

    public async ValueTask DisposeAsync() {
        await site.DisposeAsync();
        await stack.DisposeAsync();
    }

    [Theory]
    [InlineData(Script.Runs)]
    [InlineData(Script.Off)]
    public async Task A_biller_takes_a_file_from_the_form_to_the_confirmed_claim(object script) {
        await using var window = await chromium.Open(stack.Address, 1280, (Script)script);
        var page = window.Page;
        await window.SignIn(station.Login);

        await page.GetByRole(AriaRole.Link, new() { Name = "連携端末を登録する" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "登録コードを作る" }).ClickAsync();
        await window.Keep($"code-{script}");
        await site.Start(await page.Locator(".enrol-code").InnerTextAsync());
        if ((Script)script == Script.Runs) await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("「事務所のPC」を登録しました。");

        await page.GetByRole(AriaRole.Link, new() { Name = "請求ファイル", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "ファイルを取り込む" }).First.ClickAsync();
        var bytes = UkeText.Sample("demo-station-a");
        await page.GetByLabel("請求ファイル", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "RECEIPTH.UKE", MimeType = "application/octet-stream", Buffer = bytes });
        await page.GetByRole(AriaRole.Button, new() { Name = "取り込んで点検する" }).ClickAsync();

        await Assertions.Expect(Heading(page, "内容を確かめて封印してください")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("令和6年11月請求　社会保険");
        await page.GetByRole(AriaRole.Link, new() { Name = "点検結果" }).ClickAsync();
        await Assertions.Expect(page.GetByText("未点検", new() { Exact = true }).First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "レセプト", Exact = true }).ClickAsync();
        await page.GetByLabel("利用者の氏名で探す").FillAsync("岡部");
        await page.GetByRole(AriaRole.Button, new() { Name = "検索" }).ClickAsync();
        await Assertions.Expect(page.Locator("#claims").GetByText("1件を表示しています。")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "岡部　そら" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("岡部　そら 様");
        await page.GetByRole(AriaRole.Link, new() { Name = "令和6年11月請求　社会保険" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "封印へ進む" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "封印して送る" }).ClickAsync();
        await Comes(page, "端末から請求データを送信してください");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Assert.Single(OnlineClaimsSystem.Placed(site.Terminal))));
        await Comes(page, "配置を確認");

        var sent = site.ClosedNetwork.Upload(site.Terminal, OnlineClaimsSystem.Placed(site.Terminal)[0]);
        site.ClosedNetwork.SaveAcceptanceList(sent);
        await Reaches(page, "受付結果を確かめて、請求確定をしてください");
        await window.Keep($"answered-{script}");
        site.ClosedNetwork.Confirm(sent);
        site.ClosedNetwork.SaveConfirmationList(sent);
        await Reaches(page, "請求が確定しました");
        Assert.Equal(8, await page.Locator(".chain > li").CountAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "ログアウト" }).ClickAsync();
        await Assertions.Expect(page.GetByText("ログアウトしました。")).ToBeVisibleAsync();
        await page.GotoAsync("/files");
        await Assertions.Expect(Heading(page, "ログイン")).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    private static ILocator Heading(IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name });

    /// <summary>While machines work, the page gets there by itself, with and without script.</summary>
    private static Task Comes(IPage page, string heading) => Assertions.Expect(Heading(page, heading)).ToBeVisibleAsync();

    /// <summary>While a person's turn lasts, nothing moves by itself: the person looks again.</summary>
    private static Task Reaches(IPage page, string heading) => Eventually.Holds($"the page shows {heading}", async () => {
        await page.ReloadAsync();
        return await Heading(page, heading).CountAsync() > 0;
    });
}
