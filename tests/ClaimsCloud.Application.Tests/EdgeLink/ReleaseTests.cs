using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.EdgeLink;

/// <summary>What the cloud takes from the vendor. How a connector takes it from the cloud is tested with a real one.</summary>
public sealed class ReleaseTests : IAsyncLifetime {
    private static readonly byte[] Program = [1, 2, 3];
    private CloudHarness cloud = null!;

    public async ValueTask InitializeAsync() => cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    [Fact]
    public async Task What_is_no_release_or_was_damaged_is_not_taken() {
        using var desk = cloud.Engineer();
        Assert.Equal("not-a-release", (await Publish(desk, [])).Code);
        Assert.Equal("not-a-release", (await Publish(desk, "{}\nprogram"u8.ToArray())).Code);
        Assert.Equal("not-a-release", (await Publish(desk, new byte[EdgeRelease.LargestNotice + 1])).Code);
        Assert.Equal("not-a-release", (await Publish(desk, [.. Notice(runtime: "osx-x64").ToNotice(), .. Program])).Code);
        Assert.Equal("not-a-release", (await Publish(desk, [.. Notice(version: "1.2").ToNotice(), .. Program])).Code);
        Assert.Equal("hash-differs", (await Publish(desk, [.. Notice().ToNotice(), .. Program, 4])).Code);
        Assert.Equal("bad-request", (await Publish(desk, [.. Notice().ToNotice(), .. Program], "?share=0")).Code);
        Assert.Empty(await desk.Get<List<DeskReleaseRow>>(PortalRoutes.DeskReleases));
    }

    [Fact]
    public async Task The_same_version_is_never_another_program_and_a_stopped_one_goes_on_when_it_is_published_again() {
        using var desk = cloud.Engineer();
        byte[] file = [.. Notice().ToNotice(), .. Program];
        using (var first = await desk.PostAsync(PortalRoutes.DeskReleases, new ByteArrayContent(file), Stop)) first.EnsureSuccessStatusCode();
        var other = Notice() with { Sha256 = Calls.Hash([9]) };
        Assert.Equal("key-reused", (await Publish(desk, [.. other.ToNotice(), 9])).Code);
        var id = Assert.Single(await desk.Get<List<DeskReleaseRow>>(PortalRoutes.DeskReleases)).ReleaseId;
        using (var stopped = await desk.PostAsync($"desk/releases/{id}/stop", null, Stop)) stopped.EnsureSuccessStatusCode();
        Assert.NotNull(Assert.Single(await desk.Get<List<DeskReleaseRow>>(PortalRoutes.DeskReleases)).StoppedAt);
        using (var again = await desk.PostAsync(PortalRoutes.DeskReleases + "?share=30", new ByteArrayContent(file), Stop)) again.EnsureSuccessStatusCode();
        Assert.Equal((null, 30), (Assert.Single(await desk.Get<List<DeskReleaseRow>>(PortalRoutes.DeskReleases)) is { } row ? (row.StoppedAt, row.Share) : default));
        Assert.Equal("not-found", (await desk.PostAsync("desk/releases/linux-x64.9.9.9/stop", null, Stop).Refusal()).Code);
    }

    [Fact]
    public void A_share_takes_about_its_part_of_the_last_ring_and_all_of_the_rings_before() {
        var release = new Release(Notice(ring: ReleaseRing.All), "", 3, 30, CloudHarness.Start, null, 0, []);
        int Taken(ReleaseRing site) => Enumerable.Range(0, 1000).Count(n => release.IsFor(new("linux-x64", site, null, null), $"device-{n}"));
        Assert.InRange(Taken(ReleaseRing.All), 230, 370);
        Assert.Equal(1000, Taken(ReleaseRing.Tenth));
        Assert.False((release with { StoppedAt = CloudHarness.Start }).IsFor(new("linux-x64", ReleaseRing.Lab, null, null), "device-1"));
        Assert.False(release.IsFor(new("win-x64", ReleaseRing.Lab, null, null), "device-1"));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static EdgeRelease Notice(string version = "1.2.0", string runtime = "linux-x64", ReleaseRing ring = ReleaseRing.Lab) => new(version, ring, runtime, Calls.Hash(Program), "signature", []);

    private static Task<Refusal> Publish(HttpClient desk, byte[] file, string query = "") => desk.PostAsync(PortalRoutes.DeskReleases + query, new ByteArrayContent(file), Stop).Refusal();
}
