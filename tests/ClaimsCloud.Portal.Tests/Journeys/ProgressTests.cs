using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Journeys;

/// <summary>A file large enough that its check is seen at work.</summary>
public sealed class ProgressTests(Chromium chromium) : IAsyncLifetime {
    private PortalStack stack = null!;
    private StackStation station = null!;

    public async ValueTask InitializeAsync() {
        stack = await PortalStack.Run();
        station = await stack.OpenStation();
    }

    public ValueTask DisposeAsync() => stack.DisposeAsync();

    [Theory]
    [InlineData(Script.Runs)]
    [InlineData(Script.Off)]
    public async Task The_check_is_seen_going_on_and_the_page_ends_it_by_itself(object script) {
        using var visitor = await station.Visit();
        await using var window = await chromium.Open(stack.Address, 1280, (Script)script);
        await window.Enter(visitor);
        // The page's own question waits until it was looked at, or it would be replaced under the eyes of who looks.
        var looked = new TaskCompletionSource();
        await window.Page.RouteAsync("**/files/*seen=*", async route => {
            await looked.Task;
            await route.ContinueAsync();
        });
        var fileId = await station.Upload(ClaimFiles.Repeat("demo-station-b", 4_000));
        await window.Page.GotoAsync($"/files/{fileId}");
        var bar = window.Page.GetByRole(AriaRole.Progressbar, new() { Name = "点検しています" });
        await Assertions.Expect(bar).ToBeVisibleAsync();
        await window.Keep($"progress-{script}");
        if ((Script)script == Script.Runs) Assert.Empty(await Axe.Violations(window));
        looked.SetResult();
        await Assertions.Expect(window.Page.Locator("#next-title")).ToBeVisibleAsync();
        await Assertions.Expect(bar).ToHaveCountAsync(0);

        Assert.Empty(window.Complaints);
    }
}
