using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

/// <summary>An admin is asked for a patient's data: gives it out, holds it, erases what may go; on a phone, and by keyboard alone where something ends.</summary>
public sealed class PersonalDataTests(Chromium chromium) : IAsyncLifetime {
    private PortalStack stack = null!;

    public async ValueTask InitializeAsync() => stack = await PortalStack.Run();

    public ValueTask DisposeAsync() => stack.DisposeAsync();

    [Fact]
    public async Task A_patient_is_found_given_out_held_and_erased() {
        var station = await stack.OpenStation();
        await using var window = await chromium.Open(stack.Address, 360);
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

        await page.GotoAsync("/privacy");
        await page.GetByLabel("氏名・カナ・キー").FillAsync("香織");
        await page.GetByRole(AriaRole.Button, new() { Name = "検索" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "西尾　香織" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "控えを作る" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "ZIPを保存する" }).ClickAsync());
        Assert.EndsWith(".zip", download.SuggestedFilename, StringComparison.Ordinal);

        await page.GotoAsync("/privacy/person?patient=P2");
        await page.GetByLabel("理由", new() { Exact = true }).FillAsync(" ");
        await page.GetByRole(AriaRole.Button, new() { Name = "保全する" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("理由");
        await page.GetByLabel("理由", new() { Exact = true }).FillAsync("家族との争い");
        await page.GetByRole(AriaRole.Button, new() { Name = "保全する" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "解除する" }).ClickAsync();
        await page.GetByLabel("解除する理由").FillAsync("和解した");
        await page.GetByRole(AriaRole.Button, new() { Name = "解除する" }).ClickAsync();
        await Assertions.Expect(page.GetByText("和解した")).ToBeVisibleAsync();

        await page.GotoAsync("/privacy/person/erasure?patient=P2");
        await KeyboardTests.TabTo(page, "消す", "BUTTON");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "残っているもの" })).ToBeVisibleAsync();
        Assert.Empty(await window.SidewaysOverflow());
        Assert.Empty(window.Complaints);
    }
}
