using ClaimsCloud.Portal.Tests.Browser;
using ClaimsCloud.Portal.Tests.Stack;

namespace ClaimsCloud.Portal.Tests.Pages;

/// <summary>What holds for each page, whatever it shows. CLAIMS_SHOTS names a folder that then gets a picture of each.</summary>
public sealed class EveryPage(Tour tour, Chromium chromium) : IClassFixture<Tour> {
    public static readonly TheoryData<string> All = [.. Places.Names];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Fits_the_screen_and_is_open_to_everybody(string place) {
        var (who, path) = Places.Of(place, tour);
        await using var window = await chromium.Open(tour.Stack.Address, 1280);
        if (Places.Visitor(who, tour) is { } visitor) await window.Enter(visitor);
        await window.Page.GotoAsync(path);
        foreach (var width in (int[])[1280, 360]) {
            await window.Page.SetViewportSizeAsync(width, 800);
            await window.Keep($"{place}-{width}");
            Assert.Empty(await window.SidewaysOverflow());
            Assert.Empty(await Axe.Violations(window));
        }
        Assert.Equal(1, await window.Page.Locator("h1").CountAsync());
        Assert.Empty(window.Complaints);
    }

    /// <summary>Every size twice as large, as a person with weak eyes sets it: the same as half the width.</summary>
    [Theory]
    [InlineData("home")]
    [InlineData("file-confirmed")]
    [InlineData("findings")]
    [InlineData("claims")]
    public async Task Still_fits_at_twice_the_size(string place) {
        var (who, path) = Places.Of(place, tour);
        await using var window = await chromium.Open(tour.Stack.Address, 320);
        await window.Enter(Places.Visitor(who, tour)!);
        await window.Page.GotoAsync(path);
        Assert.Empty(await window.SidewaysOverflow());
    }
}
