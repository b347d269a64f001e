using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Edge.Tests;

public sealed class ConnectorTests : IAsyncLifetime {
    private CloudHarness _cloud = null!;
    private Site _site = null!;

    public async ValueTask InitializeAsync() {
        _cloud = await CloudHarness.Run();
        _site = await Site.Open(_cloud, 1);
    }

    public async ValueTask DisposeAsync() {
        await _site.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    [Theory, InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(7)]
    public async Task Lost_requests_and_lost_answers_change_nothing_about_the_end(int everyNth) {
        await using var line = await LossyLine.To(_cloud.Address, everyNth);
        await using var site = await Site.Open(_cloud, 100 + everyNth, line.Address);
        line.IsLosing = true;
        site.PersonArrives();
        var id = await site.Seal();
        await using (new ConnectorRun(site))
            await Site.Until(async () => (await site.Detail(id)).File.State == ClaimFileState.Confirmed, async () => $"the file is {(await site.Detail(id)).File.State}");
        Assert.NotEqual(0, line.Lost);
        var detail = await site.Detail(id);
        Assert.Equal(detail.Chain.Count, detail.Chain.Select(l => l.Kind).Distinct().Count());
        Assert.Equal(site.Sha256, Assert.Single(site.ClosedNetwork.Received).Sha256);
    }

    [Fact]
    public async Task A_foreign_file_in_the_place_is_never_overwritten_and_the_station_hears_of_it() {
        var id = await _site.Seal();
        void StrangerIsFirst(string step, EdgeHost host) {
            if (step != "before look") return;
            var job = host.Ledger.AllJobs()[0];
            var folder = Directory.CreateDirectory(Path.Combine(_site.Terminal.Out, job.Folder)).FullName;
            File.WriteAllText(Path.Combine(folder, job.FileName), "foreign");
        }
        await using (new ConnectorRun(_site, before: StrangerIsFirst))
            await Site.Until(async () => (await _site.Detail(id)).File.State is ClaimFileState.PlaceRefused or ClaimFileState.SeenUnchanged, async () => $"{(await _site.Detail(id)).File.State}");
        var detail = await _site.Detail(id);
        Assert.Equal(ClaimFileState.PlaceRefused, detail.File.State);
        Assert.Equal("foreign", File.ReadAllText(Assert.Single(OnlineClaimsSystem.Placed(_site.Terminal))));
    }

    [Fact]
    public async Task A_missing_terminal_folder_is_an_alarm_and_the_job_waits_for_it() {
        _site.ClosedNetwork.Inject(Fault.OutFolderMissing.Name);
        _site.ClosedNetwork.Disturb(_site.Terminal);
        var id = await _site.Seal();
        await using var connector = new ConnectorRun(_site);
        await Site.Until(async () => (await _site.Connector()).Alarms.Contains(Alarms.OutFolderMissing), async () => string.Join(' ', (await _site.Connector()).Alarms));
        Assert.False(Directory.Exists(_site.Terminal.Out));
        _site.ClosedNetwork.Remove(Fault.OutFolderMissing.Name);
        _site.ClosedNetwork.Disturb(_site.Terminal);
        await Site.Until(async () => (await _site.Detail(id)).File.State == ClaimFileState.SeenUnchanged, async () => $"{(await _site.Detail(id)).File.State}");
        await Site.Until(async () => (await _site.Connector()).Alarms.Count == 0, async () => string.Join(' ', (await _site.Connector()).Alarms));
    }

    [Fact]
    public async Task A_device_whose_clock_is_three_hours_off_still_works_and_says_so() {
        await using var connector = new ConnectorRun(_site, new ShiftedClock(TimeSpan.FromHours(3)));
        await Site.Until(async () => (await _site.Connector()).Alarms.Contains(Alarms.ClockSkew), async () => string.Join(' ', (await _site.Connector()).Alarms));
        Assert.InRange((await _site.Connector()).SkewMilliseconds!.Value, 3 * 3600 * 1000 - 60_000, 3 * 3600 * 1000 + 60_000);
    }

    private sealed class ShiftedClock(TimeSpan shift) : TimeProvider {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
    }
}
