using System.Net.Http.Json;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Edge.Tests;

/// <summary>One device, one place, one key: what happens when there is suddenly more than one of it, or none.</summary>
public sealed class IdentityTests : IAsyncLifetime {
    private CloudHarness _cloud = null!;
    private Site _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        _cloud = await CloudHarness.Run();
        _site = await Site.Open(_cloud, 700);
    }

    public async ValueTask DisposeAsync() {
        await _site.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task A_copied_data_folder_is_fenced_and_both_are_reported_and_the_first_goes_on() {
        using var first = new SteppedConnector(_site, new Faults());
        await first.Round();
        using var copy = EdgeHost.Build(new EdgeOptions(_site.CopyOfData()));
        Assert.False(copy.Standing.MayAct);
        await copy.Round(Stop);
        Assert.Equal(Standing.Fenced, copy.Standing.WhyNot);
        Assert.Contains("two-connectors", (await _site.Connector()).Alarms);

        var id = await _site.Seal();
        await copy.Round(Stop);
        Assert.Empty(copy.Ledger.AllJobs());
        for (var i = 0; i < 6; i++) await first.Round();
        Assert.Equal(ClaimFileState.SeenUnchanged, (await _site.Detail(id)).File.State);
        Assert.Contains("two-connectors", (await _site.Connector()).Alarms);
    }

    [Fact]
    public async Task A_new_key_takes_over_at_every_fault_and_the_old_one_lets_nobody_in() {
        var leftBehind = _site.CopyOfData();
        for (var step = 1; step < 20; step++) {
            var faults = new Faults();
            using var connector = new SteppedConnector(_site, faults);
            await connector.Round();
            var before = faults.Steps;
            faults.Plan(before + step, FaultKind.ProcessGone);
            try {
                await connector.Host.ReplaceKey(Stop);
            } catch (ProcessGoneException) {
                connector.Drop();
            }
            for (var i = 0; i < 4; i++) await connector.Round();
            Assert.True(connector.Host.Standing.MayAct, $"step {step}: {connector.Host.Standing.WhyNot}");
            Assert.False(File.Exists(Path.Combine(_site.Data, "device.key.next")));
        }
        using var old = EdgeHost.Build(new EdgeOptions(leftBehind));
        await old.Round(Stop);
        Assert.Equal(Standing.Moved, old.Standing.WhyNot);
    }

    [Fact]
    public async Task A_revoked_connector_does_nothing_more_and_stays_what_it_is() {
        using var connector = new SteppedConnector(_site, new Faults());
        await connector.Round();
        using (var biller = _site.Biller()) {
            var route = PortalRoutes.RevokeConnector.Replace("{deviceId}", (await _site.Connector()).DeviceId, StringComparison.Ordinal);
            (await biller.PostAsync(route, null, Stop)).EnsureSuccessStatusCode();
            (await biller.PostAsync(route, null, Stop)).EnsureSuccessStatusCode();
        }
        var key = File.ReadAllBytes(Path.Combine(_site.Data, "device.key"));
        await _site.Seal();
        File.WriteAllText(Path.Combine(_site.Terminal.In, "list.csv"), "a");
        for (var i = 0; i < 4; i++) await connector.Round();
        Assert.Equal(Standing.Revoked, connector.Host.Standing.WhyNot);
        Assert.Empty(connector.Host.Ledger.AllJobs());
        Assert.Empty(await _site.Returns());
        connector.Drop();
        await connector.Round();
        Assert.Equal(Standing.Revoked, connector.Host.Standing.WhyNot);
        Assert.Equal(key, File.ReadAllBytes(Path.Combine(_site.Data, "device.key")));
        Assert.NotNull((await _site.Connector()).RevokedAt);
    }

    [Fact]
    public async Task A_new_pc_takes_over_with_the_bundle_and_the_old_one_does_nothing_more() {
        using var old = new SteppedConnector(_site, new Faults());
        await old.Round();
        File.WriteAllText(Path.Combine(_site.Terminal.In, "list.csv"), "a");
        var id = await _site.Seal();
        await old.Round();
        old.Drop();

        var bundle = Path.Combine(_site.Data, "..", "swap.claims");
        SealedBundle.Export(_site.Data, bundle, "a long passphrase");
        var data = Path.Combine(_site.Data, "..", "new-pc");
        Assert.Throws<InvalidOperationException>(() => SealedBundle.Open(bundle, "a wrong passphrase", data));
        Assert.False(Directory.Exists(data));
        SealedBundle.Open(bundle, "a long passphrase", data);
        await Takeover.Run(data, _site.Terminal.Out, _site.Terminal.In, null, null, Stop);

        for (var i = 0; i < 3; i++) await old.Round();
        Assert.Equal(Standing.Moved, old.Host.Standing.WhyNot);
        using var newPc = new SteppedConnector(_site, new Faults(), data);
        for (var i = 0; i < 8; i++) await newPc.Round();
        Assert.Equal(ClaimFileState.SeenUnchanged, (await _site.Detail(id)).File.State);
        Assert.Equal("list.csv", Assert.Single(await _site.Returns()).Name);
        Assert.Single(_site.FilesOnTerminal());
        Assert.DoesNotContain("two-connectors", (await _site.Connector()).Alarms);
    }

    [Theory, InlineData(0), InlineData(20), InlineData(400), InlineData(-1)]
    public async Task A_bundle_that_was_changed_anywhere_is_refused(int at) {
        using (var connector = new SteppedConnector(_site, new Faults())) await connector.Round();
        var bundle = Path.Combine(_site.Data, "..", "swap.claims");
        SealedBundle.Export(_site.Data, bundle, "a long passphrase");
        var bytes = File.ReadAllBytes(bundle);
        if (at < 0) bytes = bytes[..^1];
        else bytes[at] ^= 1;
        File.WriteAllBytes(bundle, bytes);
        Assert.Throws<InvalidOperationException>(() => SealedBundle.Open(bundle, "a long passphrase", Path.Combine(_site.Data, "..", "new-pc")));
    }

    [Theory, InlineData(-1), InlineData(365)]
    public async Task A_clock_that_is_days_off_still_works_says_so_and_never_enrols_again(int days) {
        var key = File.ReadAllBytes(Path.Combine(_site.Data, "device.key"));
        using var connector = new SteppedConnector(_site, new Faults(), null, TimeSpan.FromDays(days));
        var id = await _site.Seal();
        for (var i = 0; i < 8; i++) await connector.Round();
        Assert.Equal(ClaimFileState.SeenUnchanged, (await _site.Detail(id)).File.State);
        Assert.Contains(Alarms.ClockSkew, (await _site.Connector()).Alarms);
        Assert.Equal(key, File.ReadAllBytes(Path.Combine(_site.Data, "device.key")));
    }

    [Fact]
    public async Task What_was_placed_is_signed_by_the_device_and_a_wrong_signature_is_refused() {
        using var connector = new SteppedConnector(_site, new Faults());
        await _site.Seal();
        for (var i = 0; i < 8; i++) await connector.Round();
        var job = Assert.Single(connector.Host.Ledger.AllJobs());
        using var key = DeviceKey.Load(_site.Data);
        var happened = new JobEvent(Ledger.KeyOf(job.Id, JobEventKind.Placed), JobEventKind.Placed, job.Sha256, TimeProvider.System.GetUtcNow(), null);
        var proof = key.Sign(EdgeProof.OfEvent(job.Id, happened));
        Assert.True(EdgeProof.Holds(key.PublicKey, EdgeProof.OfEvent(job.Id, happened), proof));
        Assert.False(EdgeProof.Holds(key.PublicKey, EdgeProof.OfEvent(job.Id, happened with { Sha256 = new('0', 64) }), proof));

        using var line = new CloudLine(new EdgeOptions(_site.Data), EdgeSettings.Load(_site.Data), key, CloudLine.Sockets());
        var refused = await Assert.ThrowsAsync<CloudRefusedException>(() => new CloudLink(line).Report(job.Id, happened with { EventKey = "other", Proof = proof }, Stop));
        Assert.Equal("proof-refused", refused.Code);
    }
}
