using ClaimsCloud.Portal.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace ClaimsCloud.Portal.Tests.Browser;

/// <summary>One browser for all tests, each in a window of its own. CLAIMS_CHROMIUM names another program than the system's.</summary>
public sealed class Chromium : IAsyncLifetime {
    /// <summary>How long a window waits for what it should show, in ms: only what never comes takes so long, a loaded machine does not fail a test.</summary>
    internal const int Patience = 120_000;

    private static readonly string[] Arguments = [
        "--no-sandbox", "--lang=ja", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string program = Environment.GetEnvironmentVariable("CLAIMS_CHROMIUM") ?? "/usr/bin/chromium";
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync() {
        if (!File.Exists(program)) return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
    }

    public async ValueTask DisposeAsync() {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A window; the test is skipped, with the reason, where there is no browser, and fails where one was promised.</summary>
    internal async Task<Window> Open(Uri address, int width = 1280, Script script = Script.Runs) {
        if (browser is null) {
            Assert.DoesNotContain("chromium", Environment.GetEnvironmentVariable("CLAIMS_PROMISED") ?? "");
            Assert.Skip($"No browser at {program}; CLAIMS_CHROMIUM may name one.");
        }
        var context = await browser.NewContextAsync(new() {
            BaseURL = address.ToString(), ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script == Script.Runs, Locale = "ja-JP", TimezoneId = "Asia/Tokyo",
        });
        return await Window.Of(context);
    }
}

internal enum Script { Runs, Off }
