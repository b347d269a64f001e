using System.Text.RegularExpressions;
using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

/// <summary>A biller bends the checks to her station: a rule of her own, a finding she takes on, a rule she switches off.</summary>
public sealed partial class CheckSettingsTests(Chromium chromium) : IAsyncLifetime {
    private PortalStack stack = null!;

    public async ValueTask InitializeAsync() => stack = await PortalStack.Run();

    [Theory]
    [InlineData(nameof(Script.Runs))]
    [InlineData(nameof(Script.Off))]
    public async Task A_rule_of_ones_own_finds_is_taken_on_and_is_deleted(string scripting) {
        var station = await stack.OpenStation();
        var file = await station.Upload(UkeText.Sample("demo-station-a"));
        await Stack.Pages.Settled(station, file);
        await using var window = await chromium.Open(stack.Address, 1280, Enum.Parse<Script>(scripting));
        using var visitor = await station.Visit();
        await window.Enter(visitor);
        var page = window.Page;

        await page.GotoAsync("/rules");
        await page.GetByRole(AriaRole.Link, new() { Name = "自分のルール" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "ルールを作る" }).First.ClickAsync();
        await page.GetByLabel("指摘の見出し").FillAsync("相沢さんの証を確かめる");
        await page.GetByLabel("直し方").FillAsync("保険証を見てください。");
        await page.GetByLabel("項目").First.SelectOptionAsync("RE.PatientName");
        await page.GetByLabel("比べ方").First.SelectOptionAsync("startsWith");
        await page.GetByLabel("値", new() { Exact = true }).First.FillAsync("相沢");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Assertions.Expect(page.GetByText("相沢さんの証を確かめる")).ToBeVisibleAsync();

        await page.GotoAsync($"/files/{file}");
        await page.GetByRole(AriaRole.Button, new() { Name = "点検し直す" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "エラー1件を直してください" })).ToBeVisibleAsync();
        await page.GotoAsync($"/files/{file}/findings?severity=query");
        await page.GetByRole(AriaRole.Link, new() { Name = "確認済みにする" }).ClickAsync();
        await page.GetByLabel("問題がないと判断した理由").FillAsync("10月5日に保険証の原本で確かめました");
        await page.GetByRole(AriaRole.Button, new() { Name = "確認済みにして点検し直す" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "内容を確かめて封印してください" })).ToBeVisibleAsync();

        await page.GotoAsync("/rules/taken");
        await page.GetByRole(AriaRole.Button, new() { Name = "確認を取り消す" }).ClickAsync();
        await Assertions.Expect(page.GetByText("確認済みの指摘はありません")).ToBeVisibleAsync();
        await page.GotoAsync("/rules/own");
        await page.GetByRole(AriaRole.Button, new() { Name = "削除" }).ClickAsync();
        await Assertions.Expect(page.GetByText("自分のルールはまだありません")).ToBeVisibleAsync();

        await page.GotoAsync("/rules/R08c");
        await page.GetByLabel("点検しない").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("点検しない")).ToBeCheckedAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_finding_of_a_file_made_here_leads_to_the_row_of_the_records() {
        var station = await stack.OpenStation(stationCode: "9990018");
        using var visitor = await station.Visit();
        await Stack.Pages.Shows(station, await station.Import("202410", MonthFiles.For("9990018")), "行ごとの結果");
        using var rule = new FormUrlEncodedContent([new("code", "Z01"), new("title", "療養費の確認"), new("fix", "確かめてください。"), new("severity", "hint"), new("field0", "KA.FeeCode"), new("comparison0", "isFilled")]);
        (await visitor.Post("/rules/own/edit", rule)).Dispose();
        using var build = await visitor.Post("/months/202410/builds");
        await Stack.Pages.Shows(station, build.Headers.Location!.ToString(), "利用者ごとの結果");
        var file = File().Match(await Stack.Pages.Html(visitor, "/files")).Groups["id"].Value;
        await Stack.Pages.Settled(station, file);
        await using var window = await chromium.Open(stack.Address);
        await window.Enter(visitor);
        await window.Page.GotoAsync($"/files/{file}/findings");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "もとの記録を開く" }).First.ClickAsync();
        await Assertions.Expect(window.Page.Locator(".row-card:target")).ToContainTextAsync("訪問日");
        Assert.Empty(window.Complaints);
    }

    public async ValueTask DisposeAsync() => await stack.DisposeAsync();

    [GeneratedRegex("href=\"/files/(?<id>[^\"/]+-[12])\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex File();
}
