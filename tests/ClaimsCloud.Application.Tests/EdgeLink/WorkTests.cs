using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.EdgeLink;

public sealed class WorkTests : IAsyncLifetime {
    private readonly ManualTime time = new(CloudHarness.Start);
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation();
    }

    [Fact]
    public async Task A_waiting_connector_is_woken_by_the_seal_although_no_time_passes() {
        using var biller = station.Biller();
        using var device = await station.Device();
        using var edge = await device.Client();
        var file = await biller.UploadAndCheck(SampleFiles.Claims());
        var waiting = edge.Work(60);
        await Heard(device);
        Assert.False(waiting.IsCompleted);
        await biller.Seal(file.FileId);
        Assert.Single((await waiting).Jobs);
    }

    [Fact]
    public async Task Without_work_the_answer_comes_when_the_waiting_time_is_over() {
        using var device = await station.Device();
        using var edge = await device.Client();
        var waiting = edge.Work(30);
        await Heard(device);
        await Eventually.Holds("the waiting is over", () => {
            time.Advance(TimeSpan.FromSeconds(10));
            return Task.FromResult(waiting.IsCompleted);
        });
        Assert.Empty((await waiting).Jobs);
    }

    [Fact]
    public async Task A_host_that_stops_sends_waiting_connectors_home() {
        using var device = await station.Device();
        using var edge = await device.Client();
        var waiting = edge.Work(60);
        await Heard(device);
        await cloud.Restart();
        Assert.Empty((await waiting).Jobs);
    }

    [Fact]
    public async Task A_job_comes_again_until_it_is_reported_and_then_no_more() {
        using var device = await station.Device();
        using var edge = await device.Client();
        await Sealed();
        var job = Assert.Single((await edge.Work()).Jobs);
        Assert.Equal(job, Assert.Single((await edge.Work()).Jobs));
        await edge.Report(job, JobEventKind.Fetched, time.GetUtcNow());
        Assert.Empty((await edge.Work()).Jobs);
    }

    [Fact]
    public async Task Two_connectors_never_get_the_same_job_while_the_first_is_alive() {
        using var first = await station.Device();
        using var second = await station.Device();
        using var firstEdge = await first.Client();
        await Sealed();
        var job = Assert.Single((await firstEdge.Work()).Jobs);
        using (var secondEdge = await second.Client()) {
            Assert.Empty((await secondEdge.Work()).Jobs);
            Assert.Equal("not-found", (await secondEdge.GetAsync($"edge/jobs/{job.JobId}/content").Refusal()).Code);
            Assert.Equal("not-found", (await secondEdge.Report(job.JobId, new("k", JobEventKind.Fetched, job.Sha256, time.GetUtcNow(), null)).Refusal()).Code);
        }
        time.Advance(Heartbeat.Silence);
        using var late = await second.Client();
        Assert.Equal(job, Assert.Single((await late.Work()).Jobs));
        Assert.Equal("not-found", (await firstEdge.GetAsync($"edge/jobs/{job.JobId}/content").Refusal()).Code);
    }

    [Fact]
    public async Task A_heartbeat_shows_at_the_station_and_at_the_desk_with_codes_only() {
        using var device = await station.Device();
        using var edge = await device.Client();
        using var biller = station.Biller();
        using var desk = cloud.Desk();
        await edge.Work(0, "folder-missing", "看護 花子のファイル", "disk-full");
        var row = Assert.Single(await biller.Get<List<ConnectorRow>>(PortalRoutes.Connectors));
        Assert.Equal(("1.0.0", (DateTimeOffset?)time.GetUtcNow(), (long?)12, (int?)0), (row.Version, row.LastSeen, row.SkewMilliseconds, row.QueueLength));
        Assert.Equal(["folder-missing", "disk-full"], row.Alarms);
        var seen = await Eventually.Get("the desk sees the heartbeat", async () =>
            (await desk.Get<FleetView>(FleetRoutes.Stations)).Stations.Items.SingleOrDefault(s => s.LastSeen is not null && s.Alarms.Count > 0));
        Assert.Equal((station.Tenant, 1, "1.0.0"), (seen.StationId, seen.Connectors, seen.Version));
        Assert.Equal(["folder-missing", "disk-full"], seen.Alarms);
    }

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    private async Task Sealed() {
        using var biller = station.Biller();
        var file = await biller.UploadAndCheck(SampleFiles.Claims());
        await biller.Seal(file.FileId);
    }

    /// <summary>Until the call of the device has arrived.</summary>
    private async Task Heard(HarnessDevice device) {
        using var biller = station.Biller();
        await Eventually.Holds("the heartbeat is recorded", async () =>
            (await biller.Get<List<ConnectorRow>>(PortalRoutes.Connectors)).Any(c => c.DeviceId == device.DeviceId && c.LastSeen is not null));
    }
}
