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
        // What the browser says itself about an answer of 400 and above is no complaint: some tests want one.
        page.Console += (_, line) => { if (line.Type is "error" or "warning" && !line.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) complaints.Enqueue(line.Text); };
        page.PageError += (_, error) => complaints.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>Empty when the browser had nothing to object to.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    public static async Task<Window> Of(IBrowserContext context) {
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error('policy violation: ' + e.violatedDirective + ' ' + e.blockedURI))");
        return new(context, page);
    }

    public async Task SignIn(string login) {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("ログイン名").FillAsync(login);
        await Page.GetByLabel("パスワード").FillAsync(PortalStack.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "ログイン" }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
