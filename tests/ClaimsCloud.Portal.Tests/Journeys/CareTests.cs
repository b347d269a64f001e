using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing.Care;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

/// <summary>A biller's month with both insurances: plan against actual service, the files, what came back and what is held, the patient's one invoice.</summary>
public sealed class CareTests(Chromium chromium) : IAsyncLifetime {
    private PortalStack stack = null!;
    private StackStation station = null!;
    private StationSite site = null!;

    public async ValueTask InitializeAsync() {
        stack = await PortalStack.Run();
        station = await stack.OpenStation(stationCode: "9990018");
        site = new StationSite(stack);
        await site.Start(await Codes.New(station));
        var import = await station.Import(CareStory.Month, CareStory.Records(correctLevel: false));
        await Stack.Pages.Shows(station, import, "取り込みました");
    }

    public async ValueTask DisposeAsync() {
        await site.DisposeAsync();
        await stack.DisposeAsync();
    }

    [Fact]
    public async Task The_care_claims_of_a_month_are_planned_sent_and_followed_on_one_board() {
        await using var window = await chromium.Open(stack.Address, 1280, Script.Runs);
        using (var visitor = await station.Visit()) await window.Enter(visitor);
        var page = window.Page;
        await page.GotoAsync($"/months/{CareStory.Month}");
        await page.GetByRole(AriaRole.Link, new() { Name = "介護保険の予定と実績" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "江口　ミツ" }).First).ToContainTextAsync("823単位（全額負担");
        await window.Keep("care-plans");

        await page.GotoAsync($"/months/{CareStory.Month}");
        await page.GetByRole(AriaRole.Button, new() { Name = "請求ファイルを作る" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "介護保険（国保連合会）の請求ファイル" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "封印へ進む" }).ClickAsync();
        await Assertions.Expect(page.GetByText("介護の伝送ソフトの取込フォルダへ送られます")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "封印して送る" }).ClickAsync();
        // The alert of the window says so from the beginning; the next step only when the file is there.
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "介護の伝送ソフトで署名して送信してください" })).ToBeVisibleAsync();

        Assert.Equal(1, site.Federation.SendAll(site.CareOut));
        var answers = site.Federation.Decide("202411", new(new Dictionary<string, string> { [CareStory.Returned] = "12QJ" }, [CareStory.Held], []));
        foreach (var answer in answers) await File.WriteAllBytesAsync(Path.Combine(site.CareIn, answer.Name), answer.Bytes, TestContext.Current.CancellationToken);
        foreach (var answer in answers) await Stack.Pages.Shows(station, "/returned", answer.Name);

        await page.GotoAsync("/board/202411");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "返戻 1件" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("要介護度が市町村の認定と違います")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "保留 1件" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("送り直さないでください。居宅介護支援事業所に")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("dl").Filter(new() { HasText = "未決定" }).Locator("div").Filter(new() { HasText = "未決定" })).ToContainTextAsync("0円");
        await window.Keep("care-board");

        await page.GotoAsync($"/months/{CareStory.Month}");
        await page.Locator("#claims-title ~ p a").ClickAsync();
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "野口　ハル" }).GetByRole(AriaRole.Link).Filter(new() { HasText = "請求書" }).ClickAsync();
        await Assertions.Expect(page.GetByText("ご請求金額の合計")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("介護保険（国保連合会）").First).ToBeVisibleAsync();
        await window.Keep("care-invoice");
        Assert.Empty(window.Complaints);
    }
}
