using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Edge.Tests.Oqs;

/// <summary>
/// The connector between a real cloud and a simulated terminal: requests of オンライン資格確認 with faults of terminal, disk, process and ledger. Whatever happened, no
/// request is placed twice, every answer that the terminal wrote comes up, and nothing foreign changes. The ordinary run takes a sample;
/// <c>CLAIMS_OQS_FAULTS=1000</c> injects as many as it says.
/// </summary>
public sealed class OqsExchangeTests {
    private const int OrdinaryFaults = 40, RoundsAllowed = 400;
    private static readonly string[] TerminalFaults = ["slow", "split", "truncated", "silent", "stopped", "err-file", "foreign-files", "wrong-encoding", "encrypted", "old-answer"];

    private static readonly string[] Foreign = ["OQSsiquc01res_other0001.xml", "OQSsiquc01res_202604010001.xml", "desktop.ini"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static int Wanted => int.Parse(Environment.GetEnvironmentVariable("CLAIMS_OQS_FAULTS") ?? $"{OrdinaryFaults}", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Whatever_fails_no_request_is_doubled_and_no_answer_is_lost() {
        await using var cloud = await CloudHarness.Run();
        var random = new Random(20261125);
        var (injected, journeys, site) = (0, 0, (OqsStation?)null);
        var started = Stopwatch.GetTimestamp();
        while (injected < Wanted) {
            if (journeys % 20 == 0) {
                if (site is not null) await site.DisposeAsync();
                site = await OqsStation.Open(cloud, 7000 + journeys);
            }
            var faults = new Faults();
            var wrong = random.Next(3) == 0 ? TerminalFaults[random.Next(TerminalFaults.Length)] : null;
            if (wrong is not null) {
                site!.Terminal.Inject(wrong);
                injected++;
            }
            for (var step = 1; step < 200; step++)
                if (random.Next(14) == 0) faults.Plan(step, random.Next(10) == 0 ? FaultKind.LedgerLost : random.Next(2) == 0 ? FaultKind.ProcessGone : FaultKind.Fails);
            await Travel(site!, faults, wrong, random);
            injected += faults.Injected;
            journeys++;
        }
        if (site is not null) await site.DisposeAsync();
        var figures = $"{injected} faults in {journeys} journeys, no answer lost, no request doubled, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s";
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        if (Environment.GetEnvironmentVariable("CLAIMS_EDGE_FIGURES") is { } file) await File.WriteAllTextAsync(file, figures + Environment.NewLine, Stop);
    }

    [Fact]
    public async Task A_terminal_that_is_off_gets_no_heap_of_old_questions_and_a_late_answer_counts() {
        await using var cloud = await CloudHarness.Run();
        await using var site = await OqsStation.Open(cloud, 7800);
        using var connector = new SteppedConnector(site.Site, new Faults());
        site.Terminal.Inject("stopped");
        await site.Ask();
        while (!connector.Host.Report().Alarms.Contains(Alarms.OqsSilent)) await connector.Round();
        Assert.Empty(Directory.GetFiles(site.Terminal.Req));
        site.Terminal.Remove("stopped");

        site.Terminal.Inject("slow");
        await site.AskAgain();
        while (site.Terminal.Taken.Count == 0) await Look(site, connector);
        for (var i = 0; i < 12; i++) await Look(site, connector);
        site.Terminal.Remove("slow");
        while (await site.Answers() < 1) await Look(site, connector);
        Assert.Single(site.Terminal.Taken);
    }

    [Fact]
    public async Task Two_connectors_never_share_a_folder_and_a_missing_one_is_an_alarm() {
        await using var cloud = await CloudHarness.Run();
        await using var site = await OqsStation.Open(cloud, 7801);
        await using var second = await OqsStation.Open(cloud, 7802, site.Root);
        using var connector = new SteppedConnector(site.Site, new Faults());
        using var other = new SteppedConnector(second.Site, new Faults());
        await connector.Round();
        await second.Ask();
        for (var i = 0; i < 4; i++) await other.Round();
        Assert.Contains(Alarms.OqsFolderShared, other.Host.Report().Alarms);
        Assert.Empty(Directory.GetFiles(site.Terminal.Req));
        connector.Drop();
        await other.Round();
        Assert.DoesNotContain(Alarms.OqsFolderShared, other.Host.Report().Alarms);
        Directory.Move(site.Terminal.Req, site.Terminal.Req + "-gone");
        await other.Round();
        Assert.Contains(Alarms.OqsFolderMissing, other.Host.Report().Alarms);
    }

    [Fact]
    public async Task A_new_pc_goes_on_asking_or_the_move_says_which_folder_is_missing() {
        await using var cloud = await CloudHarness.Run();
        await using var site = await OqsStation.Open(cloud, 7804);
        var (bundle, data) = (Path.Combine(site.Site.Data, "..", "swap.claims"), Path.Combine(site.Site.Data, "..", "new-pc"));
        SealedBundle.Export(site.Site.Data, bundle, "a long passphrase");
        SealedBundle.Open(bundle, "a long passphrase", data);
        var folders = new MovedFolders(site.Site.Terminal.Out, site.Site.Terminal.In);
        Directory.Move(site.Root, site.Root + "-moved");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Takeover.Run(data, folders, Stop));
        Assert.Contains("--oqs", refusal.Message);
        Assert.Equal(site.Root, EdgeSettings.Load(data).OqsRoot);

        await Takeover.Run(data, folders with { OqsRoot = site.Root + "-moved" }, Stop);
        using var newPc = new SteppedConnector(site.Site, new Faults(), data);
        await site.Ask();
        while (Directory.GetFiles(Path.Combine(site.Root + "-moved", "req")).Length == 0) await newPc.Round();
        newPc.Drop();
        Directory.Move(site.Root + "-moved", site.Root);
    }

    [Fact]
    public async Task A_result_of_a_card_reader_goes_up_once_and_stays_where_it_is() {
        await using var cloud = await CloudHarness.Run();
        await using var site = await OqsStation.Open(cloud, 7803);
        using var connector = new SteppedConnector(site.Site, new Faults());
        var face = site.Terminal.PushFace(OqsStation.Person, site.OqsCode);
        while (await site.Answers() < 1) await connector.Round();
        for (var i = 0; i < 3; i++) await connector.Round();
        Assert.True(File.Exists(face));
        Assert.Equal(1, await site.Answers());
    }

    private static async Task Look(OqsStation site, SteppedConnector connector) {
        await connector.Round();
        site.Terminal.Look();
    }

    private static async Task Travel(OqsStation site, Faults faults, string? wrong, Random random) {
        var (taken, before) = (site.Terminal.Taken.Count, await site.Answers());
        File.WriteAllText(Path.Combine(site.Terminal.Res, "OQSsiquc01res_other0001.xml"), "another product's");
        await site.AskAgain();
        using var connector = new SteppedConnector(site.Site, faults);
        var rounds = 0;
        while (!(connector.IsAtRest && connector.Host.Ledger.OpenExchanges().All(e => e.IsTold))) {
            if (rounds++ == RoundsAllowed) Assert.Fail($"does not end: {wrong}, {string.Join(", ", faults.Trace)}: {string.Join(' ', connector.Host.Ledger.OpenExchanges())}");
            await connector.Round();
            if (random.Next(3) > 0) site.Terminal.Look();
        }
        if (wrong is not null) site.Terminal.Remove(wrong);
        // What was late comes out now, and still comes up.
        for (var i = 0; i < 40; i++) {
            site.Terminal.Look();
            await connector.Round();
        }
        var trace = $"{wrong}, {string.Join(", ", faults.Trace)}";
        Assert.True(site.Terminal.Taken.Distinct().Count() == site.Terminal.Taken.Count, trace);
        var left = Directory.GetFiles(site.Terminal.Res).Select(f => Path.GetFileName(f)).Except(Foreign).ToList();
        var answered = wrong is "silent" ? 0 : site.Terminal.Taken.Count - taken;
        // Only a ledger that was lost after a time-out leaves an answer where the terminal wrote it.
        Assert.True(left.Count == 0 || faults.Trace.Exists(t => t.EndsWith(nameof(FaultKind.LedgerLost), StringComparison.Ordinal)), $"{trace}: left {string.Join(' ', left)}");
        await Site.Until(async () => await site.Answers() - before + left.Count >= answered, async () => $"{trace}: {await site.Answers() - before} came up of {answered}, left {string.Join(' ', left)}");
        foreach (var file in left) File.Delete(Path.Combine(site.Terminal.Res, file));
        Assert.Equal("another product's", File.ReadAllText(Path.Combine(site.Terminal.Res, "OQSsiquc01res_other0001.xml")));
    }
}
