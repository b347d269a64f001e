using System.Text.RegularExpressions;
using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

/// <summary>What comes back, as the biller meets it: a file that nobody knows, two returned claims, the correction, the split, and the money safe again.</summary>
public sealed partial class ReturnTests(Chromium chromium) : IAsyncLifetime {
    private const string Code = "9990018";
    private PortalStack stack = null!;
    private StackStation station = null!;
    private StationSite site = null!;

    public async ValueTask InitializeAsync() {
        stack = await PortalStack.Run();
        station = await stack.OpenStation(stationCode: Code);
        site = new StationSite(stack);
        await site.Start(await Codes.New(station));
    }

    public async ValueTask DisposeAsync() {
        await site.DisposeAsync();
        await stack.DisposeAsync();
    }

    [Theory]
    [InlineData(Script.Runs)]
    [InlineData(Script.Off)]
    public async Task Returned_claims_are_corrected_split_and_claimed_again_until_no_yen_is_at_risk(object script) {
        var first = await Seal(await Checked(ReturnStory.TwentyClaims(Code)));
        site.ClosedNetwork.SaveReturnFile(await Claim(first), ReturnStory.Returned);
        await File.WriteAllBytesAsync(Path.Combine(site.Terminal.In, "お知らせ.csv"), UkeText.Bytes("お知らせ,システム停止\n1,2\n"), TestContext.Current.CancellationToken);
        await Stack.Pages.Shows(station, "/returned", "返戻2件を取り込みました");
        await Stack.Pages.Shows(station, "/returned", "お知らせ.csv");

        await using var window = await chromium.Open(stack.Address, 1280, (Script)script);
        using var visitor = await station.Visit();
        await window.Enter(visitor);
        var page = window.Page;
        await page.GotoAsync("/");
        await window.Keep($"return-home-{script}");
        await page.GetByRole(AriaRole.Link, new() { Name = "何か分からないファイル 1件" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "お知らせ.csv" }).ClickAsync();
        await Assertions.Expect(page.GetByText("お知らせ,システム停止")).ToBeVisibleAsync();
        await page.GetByLabel("ファイルの種類").SelectOptionAsync("acceptance-list");
        await page.GetByRole(AriaRole.Button, new() { Name = "この種類として読み取る" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("どの審査支払機関のファイルかを選んでください。");
        await window.Keep($"return-asked-{script}");
        await page.GetByLabel("ファイルの種類").SelectOptionAsync("none");
        await page.GetByRole(AriaRole.Button, new() { Name = "この種類として読み取る" }).ClickAsync();
        await Assertions.Expect(page.GetByText("保管だけしています")).ToBeVisibleAsync();

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "返ってきた・漏れたレセプト 2件" }).ClickAsync();
        await Assertions.Expect(AtRisk(page, "55,500円")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = ReturnStory.Name(1) }).ClickAsync();
        await page.GetByLabel("いつまでに対応しますか").FillAsync("2024-11-09");
        await page.GetByRole(AriaRole.Button, new() { Name = "担当する" }).ClickAsync();
        await Assertions.Expect(page.GetByText("期日まであと2日")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("dd").GetByText("請求 花子")).ToBeVisibleAsync();

        var corrected = await Checked(ReturnStory.Corrected(Code));
        var other = await Checked(ReturnStory.OfTheOtherPayer(Code));
        await page.ReloadAsync();
        await window.Keep($"return-item-{script}");
        await page.GetByLabel("訂正したレセプトの入った請求ファイル").SelectOptionAsync(corrected);
        await page.GetByRole(AriaRole.Button, new() { Name = "検索番号と履歴を付けて再請求ファイルを作る" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "内容を確かめて封印してください" })).ToBeVisibleAsync();
        var again = FileId().Match(page.Url).Groups["id"].Value;

        await page.GotoAsync("/return-work");
        await Reaches(page, () => page.GetByText("訂正済み"), 2);
        await page.GetByRole(AriaRole.Link, new() { Name = ReturnStory.Name(2) }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "訂正したレセプト" })).ToBeVisibleAsync();
        await page.GetByLabel("分けて請求するレセプトの入った請求ファイル").SelectOptionAsync(other);
        await page.GetByLabel("その何件目ですか").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "このレセプトで請求する" }).ClickAsync();
        await Assertions.Expect(page.GetByText("分けて請求するレセプト（1番）を加えました。")).ToBeVisibleAsync();
        await window.Keep($"return-split-{script}");

        await page.GotoAsync($"/files/{again}");
        await page.GetByRole(AriaRole.Link, new() { Name = "封印へ進む" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "封印して送る" }).ClickAsync();
        Assert.Equal(2, site.ClosedNetwork.IntactReclaims(await Claim(again)).Count);
        await page.GotoAsync("/return-work");
        await Reaches(page, () => AtRisk(page, "27,750円"), 1);
        await Claim(await Seal(other));
        await Reaches(page, () => AtRisk(page, "0円"), 1);
        await Assertions.Expect(page.GetByText("対応するレセプトはありません")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "終わったものも表示する" }).ClickAsync();
        await Assertions.Expect(page.GetByText("再請求確定", new() { Exact = true })).ToHaveCountAsync(2);
        await window.Keep($"return-closed-{script}");
        Assert.Empty(window.Complaints);

        // The first file once more: eighteen never came back, two went again, the split one with its first half.
        await page.GotoAsync($"/files/{await Checked(ReturnStory.TwentyClaims(Code))}/seal");
        await page.GetByRole(AriaRole.Button, new() { Name = "封印して送る" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("すでに送ったレセプトが20件あります");
        await window.Keep($"return-twice-{script}");
        await page.GetByLabel("もう一度送る理由").FillAsync("前のものは取下げを依頼済みです");
        await page.GetByRole(AriaRole.Button, new() { Name = "それでも封印して送る" }).ClickAsync();
        await Assertions.Expect(page.GetByText("承知で送ります：前のものは取下げを依頼済みです")).ToBeVisibleAsync();

        // The month's proof on paper: what was sent and how we know, without what is only for the screen.
        await page.GotoAsync("/board/202407");
        await page.SetViewportSizeAsync(794, 1123);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "令和6年7月請求の証跡" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("請求が確定しました").First).ToBeVisibleAsync();
        Assert.Empty(await window.SidewaysOverflow());
        await window.Keep($"return-proof-{script}");
        Assert.All(window.Complaints, c => Assert.Contains("409", c, StringComparison.Ordinal));
    }

    private static ILocator AtRisk(IPage page, string yen) => page.GetByRole(AriaRole.Heading, new() { Name = $"まだ請求が確定していない金額　{yen}", Exact = true });

    /// <summary>Nothing on the page moves by itself: the person looks again.</summary>
    private static Task Reaches(IPage page, Func<ILocator> what, int times) => Eventually.Holds($"the page shows {times} of it", async () => {
        await page.ReloadAsync();
        return await what().CountAsync() == times;
    });

    private async Task<string> Checked(byte[] bytes) {
        var fileId = await station.Upload(bytes);
        await Stack.Pages.Settled(station, fileId);
        return fileId;
    }

    private async Task<string> Seal(string fileId) {
        using var visitor = await station.Visit();
        (await visitor.Post($"/files/{fileId}/seal")).Dispose();
        return fileId;
    }

    /// <summary>What the person at the terminal does with a sealed file, to its end.</summary>
    private async Task<ReceivedFile> Claim(string fileId) {
        await Stack.Pages.Shows(station, $"/files/{fileId}", "配置を確認");
        var received = site.ClosedNetwork.Upload(site.Terminal, OnlineClaimsSystem.Placed(site.Terminal)[^1]);
        site.ClosedNetwork.SaveAcceptanceList(received);
        site.ClosedNetwork.Confirm(received);
        site.ClosedNetwork.SaveConfirmationList(received);
        await Stack.Pages.Shows(station, $"/files/{fileId}", "請求が確定しました");
        return received;
    }

    [GeneratedRegex("/files/(?<id>[^/?]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileId();
}
