using System.Net.Http.Json;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.Updates;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Edge.Tests;

/// <summary>From the vendor's desk to the program under the service's name, and back again: the real cloud, and a connector whose rounds and starts the test takes.</summary>
public sealed class ReleaseTests : IAsyncLifetime {
    /// <summary>A program that says its version, larger than one piece.</summary>
    private static readonly byte[] NewProgram = [.. "#!/bin/sh\necho 1.1.0\nexit\n"u8, .. RandomNumberGenerator.GetBytes(FileProgress.LargestPart)];
    private readonly ManualTime _time = new(new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));
    private readonly Vendor _vendor = new();
    private readonly TemporaryFolder _folder = new();
    private CloudHarness _cloud = null!;
    private Site _site = null!;
    private string _program = "";

    public async ValueTask InitializeAsync() {
        _cloud = await CloudHarness.Run(_time);
        _site = await Site.Open(_cloud, 1);
        _program = _vendor.Install(_folder.Path, "old");
    }

    public async ValueTask DisposeAsync() {
        await _site.DisposeAsync();
        await _cloud.DisposeAsync();
        _vendor.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_release_is_offered_fetched_in_pieces_put_in_and_seen_to_run() {
        var row = await Vendor.Publish(_cloud, _vendor.Signed(NewProgram, "1.1.0", ReleaseRing.All), NewProgram);
        Assert.Equal(("1.1.0", ReleaseRing.All, (long)NewProgram.Length, 0), (row.Version, row.Ring, row.Size, row.Running));
        using (var connector = Start("1.0.0")) {
            await connector.Round();
            Assert.Equal(FileProgress.LargestPart, new FileInfo(Assert.Single(Directory.GetFiles(Updates, "*.part"))).Length);
            await connector.Round();
            await GoesIn(connector);
        }
        Assert.Equal(NewProgram, File.ReadAllBytes(_program));
        Assert.True(TrialHere.MayGoOn());
        using (var renewed = Start("1.1.0")) {
            await renewed.Round();
            await renewed.Round();
        }
        Assert.False(TrialHere.IsUnderWay);
        Assert.Empty(Directory.GetFiles(Updates));
        Assert.Equal(("1.1.0", null, null), ((await _site.Connector()).Version, (await _site.Connector()).Program!.RolledBack, (await _site.Connector()).Program!.Waits));
        await Eventually.Holds("the vendor sees it run", async () => (await Released()).Running == 1);
    }

    [Fact]
    public async Task A_release_that_does_not_live_goes_out_again_and_the_vendor_and_the_station_see_it() {
        await Vendor.Publish(_cloud, _vendor.Signed(NewProgram, "1.1.0", ReleaseRing.All), NewProgram);
        using (var connector = Start("1.0.0")) {
            await connector.Round();
            await connector.Round();
            await GoesIn(connector);
        }
        for (var start = 0; start < 3; start++) Assert.True(TrialHere.MayGoOn());
        Assert.False(TrialHere.MayGoOn());
        Assert.Equal("old", File.ReadAllText(_program));
        using var old = Start("1.0.0");
        for (var round = 0; round < 3; round++) await old.Round();
        var row = await _site.Connector();
        Assert.Equal(("1.0.0", "1.1.0"), (row.Version, row.Program!.RolledBack));
        Assert.Equal([Alarms.UpdateRolledBack], row.Alarms);
        Assert.Empty(Directory.GetFiles(Updates));
        await Eventually.Holds("the vendor sees it rolled back", async () => (await Released()) is { RolledBack: 1, Running: 0, StoppedAt: null });
    }

    [Fact]
    public async Task A_release_that_does_not_live_at_three_sites_is_offered_to_nobody_until_it_is_published_again() {
        var release = _vendor.Signed(NewProgram, "1.1.0", ReleaseRing.All);
        await Vendor.Publish(_cloud, release, NewProgram);
        for (var number = 2; number <= 4; number++) {
            await using var other = await Site.Open(_cloud, number);
            await File.WriteAllTextAsync(Path.Combine(other.Data, "update-bad.txt"), "1.1.0\n", TestContext.Current.CancellationToken);
            using var connector = new SteppedConnector(other, new Faults());
            await connector.Round();
        }
        await Eventually.Holds("it stopped by itself", async () => (await Released()).StoppedAt is not null);
        using (var connector = Start("1.0.0")) await connector.Round();
        Assert.False(Directory.Exists(Updates));
        await Vendor.Publish(_cloud, release, NewProgram);
        using (var connector = Start("1.0.0")) await connector.Round();
        Assert.Single(Directory.GetFiles(Updates));
    }

    [Fact]
    public async Task In_the_billing_days_nothing_is_even_fetched_until_two_people_agree() {
        _time.Advance(new DateTimeOffset(2026, 12, 10, 3, 0, 0, TimeSpan.Zero) - _time.GetUtcNow());
        var release = _vendor.Signed(NewProgram, "1.1.0", ReleaseRing.All);
        await Vendor.Publish(_cloud, release, NewProgram);
        using (var connector = Start("1.0.0")) {
            for (var round = 0; round < 3; round++) await connector.Round();
            Assert.False(LooksAt(connector));
        }
        Assert.False(Directory.Exists(Updates));
        Assert.Equal(UpdateRule.BillingDaysWait, (await _site.Connector()).Program!.Waits);
        await Vendor.Publish(_cloud, _vendor.Approved(release, "鈴木", "佐藤"), NewProgram);
        using (var connector = Start("1.0.0")) {
            for (var round = 0; round < 3; round++) await connector.Round();
            await GoesIn(connector);
        }
        Assert.Equal(NewProgram, File.ReadAllBytes(_program));
    }

    [Fact]
    public async Task What_another_than_the_vendor_signed_or_what_was_let_out_less_far_is_not_fetched() {
        await Vendor.Publish(_cloud, _vendor.Signed(NewProgram, "1.2.0", ReleaseRing.All, by: Vendor.Stranger), NewProgram);
        await Vendor.Publish(_cloud, _vendor.Signed(NewProgram, "1.3.0", ReleaseRing.Tenth), NewProgram);
        using var connector = Start("1.0.0");
        for (var round = 0; round < 3; round++) await connector.Round();
        Assert.False(Directory.Exists(Updates));
        Assert.Equal(UpdateRule.NotSigned, (await _site.Connector()).Program!.Waits);
    }

    private string Updates => Path.Combine(_site.Data, "updates");

    /// <summary>As the program does first of all when it starts.</summary>
    private Trial TrialHere => new(_program, _site.Data, TimeProvider.System);

    private SteppedConnector Start(string version) => new(_site, new Faults(), clockOff: _time.GetUtcNow() - TimeProvider.System.GetUtcNow(), with: options => options with { Program = _program, Version = version, Heard = TrialHere.Lives });

    /// <summary>The next look, a minute later, when the file was still open somewhere.</summary>
    private Task GoesIn(SteppedConnector connector) => Eventually.Holds("it goes in", () => Task.FromResult(LooksAt(connector)));

    private bool LooksAt(SteppedConnector connector) =>
        new UpdateWatch(new EdgeOptions(_site.Data) { Program = _program, Version = "1.0.0" }, TrialHere, () => connector.Host.Today, ReleaseRing.All).Look();

    private async Task<DeskReleaseRow> Released() {
        using var desk = _cloud.Desk();
        return Assert.Single((await desk.GetFromJsonAsync<List<DeskReleaseRow>>(PortalRoutes.DeskReleases, TestContext.Current.CancellationToken))!);
    }
}
