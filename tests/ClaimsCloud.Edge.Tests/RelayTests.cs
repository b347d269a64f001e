using System.Net;
using System.Net.Sockets;
using System.Text;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.Relay;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Edge.Tests;

/// <summary>A terminal without internet, and the PC that calls the cloud for it.</summary>
public sealed class RelayTests : IAsyncLifetime {
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _ending = new();
    private CloudHarness _cloud = null!;
    private RelayKey _uplinkKey = null!;
    private RelayKey _terminalKey = null!;
    private Uplink _uplink = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        _cloud = await CloudHarness.Run();
        _uplinkKey = RelayKey.LoadOrCreate(PrivateFolder.Open(Path.Combine(_folder.Path, "uplink")));
        _terminalKey = RelayKey.LoadOrCreate(PrivateFolder.Open(Path.Combine(_folder.Path, "terminal")));
        _uplink = new(_cloud.Address, _uplinkKey, _terminalKey.PublicKey, new Alarms(TextWriter.Null, TimeProvider.System));
    }

    public async ValueTask DisposeAsync() {
        await _ending.CancelAsync();
        _uplink.Dispose();
        _uplinkKey.Dispose();
        _terminalKey.Dispose();
        await _cloud.DisposeAsync();
        _folder.Dispose();
        _ending.Dispose();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_claim_goes_down_and_a_list_comes_up_over_the_other_pc(bool overLan) {
        var share = Directory.CreateDirectory(Path.Combine(_folder.Path, "share")).FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var door = overLan ? new LanDoor(_uplink, address).Run(_ending.Token) : new FolderDoor(_uplink, share, TimeProvider.System).Run(_ending.Token);
        // Nobody listens at the cloud's address as the terminal knows it: all goes over the other PC.
        await using var site = await Site.Open(_cloud, overLan ? 800 : 801, new("http://127.0.0.1:9"), new RelaySettings(overLan ? address : null, overLan ? null : share, _uplinkKey.PublicKey), Path.Combine(_folder.Path, "terminal"));
        File.WriteAllBytes(Path.Combine(site.Terminal.In, "large.pdf"), new byte[FileProgress.LargestPart + 100]);
        var id = await site.Seal();
        await using (new ConnectorRun(site))
            await Site.Until(async () => (await site.Detail(id)).File.State == ClaimFileState.SeenUnchanged && (await site.Returns()).Count == 1, async () => $"{(await site.Detail(id)).File.State}, {(await site.Returns()).Count}");
        Assert.Equal(FileProgress.LargestPart + 100, Assert.Single(await site.Returns()).Size);
        foreach (var file in Directory.Exists(Path.Combine(share, Envelopes.ToUplink)) ? Directory.GetFiles(share, "*", SearchOption.AllDirectories) : []) Assert.DoesNotContain("RECEIPTH", File.ReadAllText(file));
        await _ending.CancelAsync();
        await door;
    }

    [Fact]
    public void An_envelope_opens_only_as_what_it_is() {
        using var terminal = new Envelopes(_terminalKey, _uplinkKey.PublicKey);
        using var uplink = new Envelopes(_uplinkKey, _terminalKey.PublicKey);
        var content = Encoding.UTF8.GetBytes("a claim");
        var (number, other) = (new string('a', 32), new string('b', 32));
        var envelope = terminal.Seal(number, Envelopes.ToUplink, content);
        Assert.Equal(content, uplink.Open(number, Envelopes.ToUplink, envelope));
        Assert.True(envelope.AsSpan().IndexOf(content) < 0);
        Assert.Throws<EnvelopeException>(() => uplink.Open(other, Envelopes.ToUplink, envelope));
        Assert.Throws<EnvelopeException>(() => uplink.Open(number, Envelopes.ToTerminal, envelope));
        for (var i = 0; i < envelope.Length; i++) {
            var changed = envelope.ToArray();
            changed[i] ^= 1;
            Assert.Throws<EnvelopeException>(() => uplink.Open(number, Envelopes.ToUplink, changed));
            Assert.Throws<EnvelopeException>(() => uplink.Open(number, Envelopes.ToUplink, envelope[..i]));
        }
    }

    [Fact]
    public async Task A_stranger_on_the_lan_gets_nothing_through() {
        using var strangerKey = RelayKey.LoadOrCreate(PrivateFolder.Open(Path.Combine(_folder.Path, "stranger")));
        using var stranger = new Envelopes(strangerKey, _uplinkKey.PublicKey);
        var number = new string('c', 32);
        var request = await RelayedMessage.Pack(new HttpRequestMessage(HttpMethod.Get, new Uri(_cloud.Address, "edge/work")), Stop);
        await Assert.ThrowsAsync<EnvelopeException>(() => _uplink.Pass(number, stranger.Seal(number, Envelopes.ToUplink, request), Stop));
    }

    [Theory, InlineData("/health"), InlineData("/edge/../health"), InlineData("/claim-files"), InlineData("http://example.com/edge/work")]
    public async Task The_uplink_calls_nothing_but_what_a_connector_may(string route) {
        using var terminal = new Envelopes(_terminalKey, _uplinkKey.PublicKey);
        var number = new string('d', 32);
        var call = Encoding.UTF8.GetBytes($"{{\"Method\":\"GET\",\"Route\":\"{route}\",\"Status\":0,\"Headers\":{{}}}}\n");
        await Assert.ThrowsAsync<EnvelopeException>(() => _uplink.Pass(number, terminal.Seal(number, Envelopes.ToUplink, call), Stop));
    }

    private static int FreePort() {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
