using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

/// <summary>A biller's month: a file comes in, a card is put right, a visit added, the month closed and opened again.</summary>
public sealed class MonthTests(Chromium chromium) : IAsyncLifetime {
    private PortalStack stack = null!;

    public async ValueTask InitializeAsync() => stack = await PortalStack.Run();

    [Theory]
    [InlineData(nameof(Script.Runs))]
    [InlineData(nameof(Script.Off))]
    public async Task A_month_is_imported_put_right_and_closed(string scripting) {
        var script = Enum.Parse<Script>(scripting);
        var station = await stack.OpenStation();
        await using var window = await chromium.Open(stack.Address, 1280, script);
        using var visitor = await station.Visit();
        await window.Enter(visitor);
        var page = window.Page;

        await page.GotoAsync("/months");
        await page.GetByLabel("訪問看護の年月").FillAsync("2024-10");
        await page.GetByRole(AriaRole.Button, new() { Name = "月を始める" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "ファイルを取り込む" }).ClickAsync();
        await page.GetByLabel("記録のファイル").SetInputFilesAsync(new FilePayload { Name = "month.json", MimeType = "application/json", Buffer = MonthFiles.For("1234567") });
        await page.GetByRole(AriaRole.Button, new() { Name = "取り込む" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "取り込みました" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "月の記録を見る" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "高橋　みどり" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "医療保険の資格を追加する" }).ClickAsync();
        await page.GetByLabel("資格の開始日").FillAsync("2020-05-01");
        await page.GetByLabel("保険者番号").FillAsync("0613");
        await page.GetByLabel("番号", new() { Exact = false }).Last.FillAsync("１");
        await page.GetByLabel("本人・家族").SelectOptionAsync("insured");
        await page.GetByLabel("給付割合").FillAsync("70");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("保険者番号");
        await window.Keep($"row-wrong-{script}");
        await page.GetByRole(AriaRole.Link, new() { Name = "やめる" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "訪問を追加する" }).ClickAsync();
        await page.GetByLabel("訪問日").FillAsync("2024-10-31");
        await page.GetByLabel("開始時刻").FillAsync("09:00");
        await page.GetByLabel("終了時刻").FillAsync("09:45");
        await page.GetByLabel("主として訪問した者").SelectOptionAsync("N1");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Assertions.Expect(page.GetByText("令和6年10月31日").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "変更の履歴" }).ClickAsync();
        await Assertions.Expect(page.GetByText("訪問：1行を追加")).ToBeVisibleAsync();

        await page.GotoAsync("/months/202410");
        await page.GetByRole(AriaRole.Link, new() { Name = "月を締める" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "月を締める" }).ClickAsync();
        await Assertions.Expect(page.GetByText("締め済み")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "締めを解除する" }).ClickAsync();
        await page.GetByLabel("解除する理由").FillAsync("枝番の入力もれ");
        await page.GetByRole(AriaRole.Button, new() { Name = "締めを解除する" }).ClickAsync();
        await Assertions.Expect(page.GetByText("入力中")).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    public async ValueTask DisposeAsync() => await stack.DisposeAsync();
}
