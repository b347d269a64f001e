using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;

namespace ClaimsCloud.Portal.Tests.Pages;

/// <summary>What holds for each page, whatever it shows. CLAIMS_SHOTS names a folder that then gets a picture of each.</summary>
internal static class EveryPage {
    /// <summary>Tests of one class run one after the other: each of the two classes below takes every second page.</summary>
    public static TheoryData<string> Half(int half) => [.. Places.Names.Where((_, i) => i % 2 == half)];

    public static async Task FitsTheScreenAndIsOpenToEverybody(string place, Tour tour, Chromium chromium) {
        var (who, path) = Places.Of(place, tour);
        await using var window = await chromium.Open(tour.Stack.Address, 1280);
        if (await Places.Visitor(who, tour) is { } visitor) await window.Enter(visitor);
        await window.Page.GotoAsync(path);
        // The markup is the same at every width: what a screen reader stumbles over is looked for once, where all of it is seen.
        Assert.Empty(await Axe.Violations(window));
        foreach (var width in (int[])[1280, 360]) {
            await window.Page.SetViewportSizeAsync(width, 800);
            await window.Keep($"{place}-{width}");
            Assert.Empty(await window.SidewaysOverflow());
        }
        Assert.Equal(1, await window.Page.Locator("h1").CountAsync());
        Assert.Empty(window.Complaints);
    }
}

public sealed class EveryFirstPage(Tour tour, Chromium chromium) {
    public static readonly TheoryData<string> Places = EveryPage.Half(0);

    [Theory]
    [MemberData(nameof(Places))]
    public Task Fits_the_screen_and_is_open_to_everybody(string place) => EveryPage.FitsTheScreenAndIsOpenToEverybody(place, tour, chromium);
}

public sealed class EverySecondPage(Tour tour, Chromium chromium) {
    public static readonly TheoryData<string> Places = EveryPage.Half(1);

    [Theory]
    [MemberData(nameof(Places))]
    public Task Fits_the_screen_and_is_open_to_everybody(string place) => EveryPage.FitsTheScreenAndIsOpenToEverybody(place, tour, chromium);
}

public sealed class EnlargedPages(Tour tour, Chromium chromium) {
    /// <summary>Every size twice as large, as a person with weak eyes sets it: the same as half the width.</summary>
    [Theory]
    [InlineData("home")]
    [InlineData("file-confirmed")]
    [InlineData("findings")]
    [InlineData("claims")]
    public async Task Still_fit_at_twice_the_size(string place) {
        var (who, path) = Places.Of(place, tour);
        await using var window = await chromium.Open(tour.Stack.Address, 320);
        await window.Enter((await Places.Visitor(who, tour))!);
        await window.Page.GotoAsync(path);
        Assert.Empty(await window.SidewaysOverflow());
    }
}
