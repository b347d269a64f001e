using System.Collections.Concurrent;
using ClaimsCloud.Portal.Tests.Stack;
using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Browser;

/// <summary>A browser window that remembers what the browser complained about: violations of the content policy, errors of scripts.</summary>
internal sealed class Window : IAsyncDisposable {
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    private Window(IBrowserContext context, IPage page) {
        (this.context, Page) = (context, page);
        page.Console += (_, line) => { if (line.Type is "error" or "warning" && !ReportsAnAnswer(line.Text)) complaints.Enqueue(line.Text); };
        page.PageError += (_, error) => complaints.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>Empty when the browser had nothing to object to.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    public static async Task<Window> Of(IBrowserContext context) {
        context.SetDefaultTimeout(Chromium.Patience);
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error('policy violation: ' + e.violatedDirective + ' ' + e.blockedURI))");
        return new(context, page);
    }

    /// <summary>Signs in without the form.</summary>
    public Task Enter(Visitor visitor) => context.AddCookiesAsync(visitor.Cookies.GetAllCookies().Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = visitor.Origin }));

    public async Task SignIn(string login) {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("ログイン名").FillAsync(login);
        await Page.GetByLabel("パスワード").FillAsync(PortalStack.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "ログイン", Exact = true }).ClickAsync();
        // What follows waits for what it needs of the page; that every picture of it has come says nothing more.
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
    }

    /// <summary>Elements that stand out of the window to the right, when the page scrolls sideways because of them.</summary>
    public Task<string[]> SidewaysOverflow() => Page.EvaluateAsync<string[]>("""
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
            : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(e => e.tagName + '.' + e.className).slice(0, 5)
        """);

    /// <summary>Keeps a picture where CLAIMS_SHOTS names a folder.</summary>
    public async Task Keep(string name) {
        if (Environment.GetEnvironmentVariable("CLAIMS_SHOTS") is { } folder) await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    /// <summary>What the browser and htmx say themselves about an answer of 400 and above is no complaint: some tests want one.</summary>
    private static bool ReportsAnAnswer(string line) =>
        line.StartsWith("Failed to load resource", StringComparison.Ordinal) || line.StartsWith("Response Status Error Code", StringComparison.Ordinal);
}
