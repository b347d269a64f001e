using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;

namespace ClaimsCloud.Portal.Tests.Pages;

/// <summary>What holds for each page, whatever it shows. CLAIMS_SHOTS names a folder that then gets a picture of each.</summary>
public sealed class EveryPage(Tour tour, Chromium chromium) : IClassFixture<Tour> {
    public static readonly TheoryData<string, int> InBothWidths = [.. Places.Names.SelectMany(name => new[] { (name, 1280), (name, 360) })];

    [Theory]
    [MemberData(nameof(InBothWidths))]
    public async Task Fits_the_screen_without_scrolling_sideways(string place, int width) {
        await using var window = await Open(place, width);
        await Keep(window, $"{place}-{width}");
        Assert.Equal("[]", await window.Page.EvaluateAsync<string>("""
            () => JSON.stringify(document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
                : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(e => e.tagName + '.' + e.className).slice(0, 5))
            """));
        Assert.Empty(window.Complaints);
    }

    private async Task<Window> Open(string place, int width = 1280) {
        var (who, path) = Places.Of(place, tour);
        var window = await chromium.Open(tour.Stack.Address, width);
        if (Places.Login(who, tour) is { } login) await window.SignIn(login);
        await window.Page.GotoAsync(path);
        return window;
    }

    private static async Task Keep(Window window, string name) {
        if (Environment.GetEnvironmentVariable("CLAIMS_SHOTS") is { } folder) await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
