using System.Net;
using System.Net.Sockets;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.OnSite;
using ClaimsCloud.Edge.Probes;
using ClaimsCloud.Edge.Sensors;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Edge.Tests;

/// <summary>What the person at the PC sees and can do without the cloud.</summary>
public sealed class OnSiteTests : IAsyncLifetime {
    private CloudHarness _cloud = null!;
    private Site _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        _cloud = await CloudHarness.Run();
        _site = await Site.Open(_cloud, 950);
    }

    public async ValueTask DisposeAsync() {
        await _site.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task The_page_says_what_waits_and_what_to_do_and_is_reachable_from_this_pc_only() {
        using var log = new LogFile(_site.Data);
        using var host = EdgeHost.Build(new EdgeOptions(_site.Data) { Log = log });
        File.WriteAllText(Path.Combine(_site.Terminal.In, "看護花子の結果.csv"), "a");
        Directory.Move(_site.Terminal.Out, _site.Terminal.Out + ".away");
        await _site.Seal();
        await host.Round(Stop);
        await host.Round(Stop);
        var page = new StatusPage(host.Report, () => host.SupportText(log), FreePort());
        using var ending = new CancellationTokenSource();
        var running = page.Run(ending.Token);
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(page.Address.Host)));
        using var browser = new HttpClient(new SocketsHttpHandler()) { BaseAddress = page.Address };
        var html = await browser.GetStringAsync("/", Stop);
        Assert.Contains("請求ファイルを置くフォルダーが見つかりません。", html);
        Assert.Contains("端末へ置くファイル", html);
        Assert.Contains("いますること", html);
        Assert.Equal(ExitKit.Steps, await browser.GetStringAsync("/steps", Stop));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/", null, Stop)).StatusCode);

        var support = await browser.GetStringAsync("/support", Stop);
        Assert.Contains("alarms folder-missing-out", support);
        foreach (var secret in (string[])["看護花子", _site.Terminal.In, _site.Terminal.Out, "いぶき"]) Assert.DoesNotContain(secret, support);
        await ending.CancelAsync();
        await running;
        Directory.Move(_site.Terminal.Out + ".away", _site.Terminal.Out);
    }

    [Fact]
    public async Task The_kit_gives_the_sealed_bytes_back_without_cloud_and_nobody_reads_them_on_the_disk() {
        using (var connector = new SteppedConnector(_site, new Faults())) {
            await _site.Seal();
            for (var i = 0; i < 8; i++) await connector.Round();
            Assert.Single(connector.Host.Report().Kit);
        }
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(_site.Data, "exit-kit")));
        Assert.True(File.ReadAllBytes(kept).AsSpan().IndexOf(_site.File.AsSpan(0, 40)) < 0);
        var to = Path.Combine(_site.Data, "..", "kit");
        new ExitKit(_site.Data).Open(to, "RECEIPTH.UKE");
        Assert.Equal(_site.File, File.ReadAllBytes(Assert.Single(Directory.GetFiles(to, "RECEIPTH.UKE", SearchOption.AllDirectories))));
        Assert.Contains("請求確定", File.ReadAllText(Path.Combine(to, "手順.txt")));
    }

    [Fact]
    public async Task A_probe_passes_every_layer_of_a_sound_site() {
        var results = await SiteProbe.Run(_site.Data, Stop);
        Assert.All(results.Where(r => r.Target is "cloud" or "out" or "in"), r => Assert.Equal(Verdict.Passed, r.Verdict));
        Assert.Equal(["name", "route", "port", "account"], results.Where(r => r.Target == "cloud").Select(r => r.Layer));
        Assert.Equal(["name", "rights", "write", "rename", "delete"], results.Where(r => r.Target == "out").Select(r => r.Layer));
        Assert.Empty(Directory.GetFileSystemEntries(_site.Terminal.Out));
        Assert.Contains(results, r => r is { Target: "closed-network", Verdict: Verdict.NotChecked });
    }

    [Theory, InlineData("no-such-name.invalid:443", "name"), InlineData("127.0.0.1:9", "port")]
    public async Task A_probe_names_the_layer_that_fails_and_believes_nothing_above_it(string server, string layer) {
        (EdgeSettings.Load(_site.Data) with { ClosedNetwork = server, TerminalOut = Path.Combine(_site.Data, "gone") }).Save(_site.Data);
        var results = await SiteProbe.Run(_site.Data, Stop);
        Assert.Equal(layer, Assert.Single(results, r => r is { Target: "closed-network", Verdict: Verdict.Failed }).Layer);
        Assert.Equal("out-name", Assert.Single(results, r => r is { Target: "out", Verdict: Verdict.Failed }).Code);
        Assert.Equal(4, results.Count(r => r is { Target: "out", Verdict: Verdict.NotChecked }));
    }

    [Fact]
    public async Task A_server_that_speaks_no_tls_fails_at_that_layer() {
        await using var plain = await AnyServer.Answering(_ => Task.CompletedTask);
        var layers = new Layers("cloud");
        await LineProbe.Check(layers, "127.0.0.1", plain.Address.Port, withTls: true, Owner.Site, Stop);
        Assert.Equal([Verdict.Passed, Verdict.Passed, Verdict.Passed, Verdict.Failed], layers.Results.Select(r => r.Verdict));
    }

    [Theory, InlineData("0", "0"), InlineData("1", "0", "ipv4"), InlineData("0", "1", "ipv6"), InlineData("1", "1", "ipv4", "ipv6")]
    public void A_system_that_forwards_packets_is_found_out(string four, string six, params string[] expected) {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(root.Path, "proc/sys/net/ipv4"));
        Directory.CreateDirectory(Path.Combine(root.Path, "proc/sys/net/ipv6/conf/all"));
        File.WriteAllText(Path.Combine(root.Path, "proc/sys/net/ipv4/ip_forward"), four + "\n");
        File.WriteAllText(Path.Combine(root.Path, "proc/sys/net/ipv6/conf/all/forwarding"), six + "\n");
        Assert.Equal(expected, Forwarding.Found(root.Path));
    }

    [Fact]
    public void The_cause_of_a_start_is_known() {
        using var folder = new TemporaryFolder();
        using (var first = new Boot(folder.Path, TimeProvider.System)) Assert.Equal(Boot.Start, first.Cause);
        _ = new Boot(folder.Path, TimeProvider.System);
        _ = Assert.IsType<Boot>(new Boot(folder.Path, TimeProvider.System) is { Cause: Boot.Crash } crash ? crash : null);
        File.WriteAllText(Path.Combine(folder.Path, "running"), "another boot");
        Assert.Equal(Boot.PcRestarted, new Boot(folder.Path, TimeProvider.System).Cause);
    }

    [Theory, InlineData(17763, "EnterpriseS", "2029-01-09"), InlineData(19044, "IoTEnterpriseS", "2032-01-13"), InlineData(19045, "Professional", null)]
    public void The_end_of_a_system_is_known_or_said_to_be_unknown(int build, string edition, string? end) =>
        Assert.Equal(end is null ? null : DateOnly.Parse(end), OsSupport.EndOf(build, edition));

    [Theory, InlineData(121), InlineData(120, "certificate-ending"), InlineData(0, "certificate-ending"), InlineData(-1, "certificate-ended")]
    public async Task A_certificate_that_ends_is_told_in_time(int days, params string[] expected) {
        var today = BillingDays.DateIn(TimeProvider.System.GetUtcNow());
        (EdgeSettings.Load(_site.Data) with { CertificateEnds = today.AddDays(days) }).Save(_site.Data);
        using var host = EdgeHost.Build(new EdgeOptions(_site.Data));
        await host.Round(Stop);
        await host.Round(Stop);
        var row = await _site.Connector();
        Assert.Equal(expected, row.Alarms);
        Assert.Equal(today.AddDays(days), row.Health?.CertificateEnds);
    }

    [Fact]
    public async Task A_setting_that_somebody_changed_is_told_until_it_is_accepted() {
        using (var before = EdgeHost.Build(new EdgeOptions(_site.Data))) await before.Round(Stop);
        (EdgeSettings.Load(_site.Data) with { ClosedNetwork = "10.0.0.1:443" }).Save(_site.Data);
        using var host = EdgeHost.Build(new EdgeOptions(_site.Data));
        await host.Round(Stop);
        Assert.Equal(["settings-changed"], host.Report().Alarms);
        PcHealth.Accept(host.Ledger);
        await host.Round(Stop);
        Assert.Empty(host.Report().Alarms);
    }

    private static int FreePort() {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
