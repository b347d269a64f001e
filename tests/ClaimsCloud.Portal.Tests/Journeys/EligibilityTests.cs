using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing.Oqs;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

/// <summary>The card check as the biller meets it: a result that nobody can be named for, and a claim that is held until she says why it leaves.</summary>
public sealed class EligibilityTests(Chromium chromium) : IAsyncLifetime {
    private const string Code = "9990018", Month = "202410";
    private static readonly OqsPerson Lost = new("39139993", null, "00112233", null, "野口　ハル", "ﾉｸﾞﾁ ﾊﾙ", "2", "19370822", "2") { ValidFrom = "20120822", Ratio = "010", LostOn = "20241002" };

    private PortalStack stack = null!;
    private StackStation station = null!;
    private StationSite site = null!;

    public async ValueTask InitializeAsync() {
        stack = await PortalStack.Run();
        station = await stack.OpenStation(stationCode: Code);
        site = new StationSite(stack);
        await site.Start(await Codes.New(station));
        await Stack.Pages.Shows(station, await station.Import(Month, MonthFiles.For(Code)), "取り込みました");
    }

    public async ValueTask DisposeAsync() {
        await site.DisposeAsync();
        await stack.DisposeAsync();
    }

    [Theory]
    [InlineData(nameof(Script.Runs))]
    [InlineData(nameof(Script.Off))]
    public async Task A_result_gets_its_patient_and_a_held_claim_leaves_with_a_reason(string scripting) {
        site.Oqs.PushFace(Lost with { Kana = "ｷｭｳｾｲ ﾊﾙ" }, $"136{Code}");
        await Stack.Pages.Shows(station, $"/eligibility/{Month}", "利用者を選ぶ");
        await using var window = await chromium.Open(stack.Address, 1280, Enum.Parse<Script>(scripting));
        using var visitor = await station.Visit();
        await window.Enter(visitor);
        var page = window.Page;

        await page.GotoAsync($"/eligibility/{Month}");
        await page.GetByRole(AriaRole.Link, new() { Name = "利用者を選ぶ" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この利用者の結果として取り込む" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("利用者を選んでください。");
        await page.GetByLabel("利用者", new() { Exact = true }).SelectOptionAsync("P3");
        await window.Keep($"eligibility-owner-{scripting}");
        await page.GetByRole(AriaRole.Button, new() { Name = "この利用者の結果として取り込む" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "利用者を選ぶ" })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "野口　ハル" }).ClickAsync();
        await Assertions.Expect(page.GetByText("この月の請求ファイルに入りません")).ToBeVisibleAsync();
        await page.GetByLabel("保留を解除する理由").FillAsync("資格確認書で確かめた");
        await page.GetByRole(AriaRole.Button, new() { Name = "保留を解除して請求する" }).ClickAsync();
        await Assertions.Expect(page.GetByText("保留を解除した（理由：資格確認書で確かめた）")).ToBeVisibleAsync();
        await window.Keep($"eligibility-released-{scripting}");
        await page.GetByRole(AriaRole.Button, new() { Name = "また保留にする" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("保留を解除する理由")).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }
}
