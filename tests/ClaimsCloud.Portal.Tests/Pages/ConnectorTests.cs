using System.Net;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Portal.Tests.Pages;

/// <summary>What changes a connector: its station takes its right away, the vendor lets a new program out.</summary>
public sealed class ConnectorTests : IAsyncLifetime {
    private PortalStack stack = null!;

    public async ValueTask InitializeAsync() => stack = await PortalStack.Run();

    public async ValueTask DisposeAsync() => await stack.DisposeAsync();

    [Fact]
    public async Task A_connector_whose_right_was_taken_away_is_shown_so_and_asks_no_more() {
        var station = await stack.OpenStation();
        using var biller = await station.Visit();
        await using var site = new StationSite(stack);
        await site.Start(await Codes.New(station));
        await Stack.Pages.Shows(station, "/connectors", "最後の起動");
        var page = await Stack.Pages.Html(biller, "/connectors");
        var end = page.IndexOf("/revocation\"", StringComparison.Ordinal);
        var question = page[(page.LastIndexOf('"', end) + 1)..page.IndexOf('"', end)];
        Assert.Contains("取り消しますか", await Stack.Pages.Html(biller, question), StringComparison.Ordinal);
        using (var answer = await biller.Post(question)) Assert.Equal("/connectors", answer.Headers.Location!.ToString());
        Assert.Contains("登録を取り消しました", await Stack.Pages.Html(biller, "/connectors"), StringComparison.Ordinal);
        using var gone = await biller.Get(question);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task The_vendor_lets_a_release_out_and_stops_it() {
        using var desk = await Visitor.SignedIn(stack.Address, await stack.OpenDesk(), stack.Time.GetUtcNow());
        using (var nothing = await desk.Post("/desk/releases", new MultipartFormDataContent { { new StringContent("10"), "share" } })) {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
            Assert.Contains("署名した更新ファイルを選んでください。", await nothing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using (var wrong = await desk.Post("/desk/releases", new MultipartFormDataContent { { new ByteArrayContent([1, 2]), "file", "x" } }))
            Assert.Contains("署名された更新ファイルではありません。", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var published = await desk.Post("/desk/releases", Releases.Form("30"))) Assert.Equal("/desk/releases", published.Headers.Location!.ToString());
        Assert.Contains("協力先まで 30％", await Stack.Pages.Html(desk, "/desk/releases"), StringComparison.Ordinal);
        using (var stopped = await desk.Post("/desk/releases/win-x64.1.1.0/stop")) Assert.Equal("/desk/releases", stopped.Headers.Location!.ToString());
        Assert.Contains("停止", await Stack.Pages.Html(desk, "/desk/releases"), StringComparison.Ordinal);
    }
}
