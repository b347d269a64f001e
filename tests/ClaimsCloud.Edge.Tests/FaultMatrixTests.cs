using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Edge.Tests;

/// <summary>
/// Every journey (place, collect, both at once) with a fault at its n-th operation, then with several. Whatever happened: each file arrives once, its bytes are
/// equal, nothing foreign changed, and nothing that failed is shown as done. The ordinary run takes a sample; <c>CLAIMS_EDGE_FAULTS=10000</c> injects as many as it says.
/// </summary>
public sealed class FaultMatrixTests {
    private const string Foreign = "置いてあった物.txt";
    private const int OrdinaryFaults = 150;
    private const int RoundsAllowed = 200;
    private static readonly string[] WholeChain = ["received", "checked", "sealed", "fetched", "placed", "seen"];

    private static int Wanted => int.Parse(Environment.GetEnvironmentVariable("CLAIMS_EDGE_FAULTS") ?? $"{OrdinaryFaults}", CultureInfo.InvariantCulture);

    [Flags]
    private enum Journey { Place = 1, Collect = 2, Both = 3 }

    /// <summary>A few journeys at a time: most of a journey is waiting for the cloud.</summary>
    private const int Travellers = 4;
    private const int JourneysOfASite = 25;

    [Fact]
    public async Task Whatever_fails_at_whichever_step_each_file_arrives_once_and_nothing_else_changes() {
        await using var cloud = await CloudHarness.Run();
        var plans = Plans(new Random(20261110)).GetEnumerator();
        var (injected, journeys, sites, gate) = (0, 0, 5000, new Lock());
        var started = Stopwatch.GetTimestamp();
        async Task Traveller(int seed) {
            var random = new Random(seed);
            while (Volatile.Read(ref injected) < Wanted) {
                await using var site = await Site.Open(cloud, Interlocked.Increment(ref sites));
                File.WriteAllText(Path.Combine(site.Terminal.Out, Foreign), "foreign");
                for (var i = 0; i < JourneysOfASite && Volatile.Read(ref injected) < Wanted; i++) {
                    var faults = new Faults();
                    Journey journey;
                    lock (gate) {
                        plans.MoveNext();
                        (journey, var plan) = plans.Current;
                        plan(faults);
                    }
                    await Travel(site, journey, faults, random);
                    Interlocked.Add(ref injected, faults.Injected);
                    Interlocked.Increment(ref journeys);
                }
            }
        }
        await Task.WhenAll(Enumerable.Range(1, Travellers).Select(Traveller));
        var figures = $"{injected} faults in {journeys} journeys, none lost, none doubled, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s";
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        if (Environment.GetEnvironmentVariable("CLAIMS_EDGE_FIGURES") is { } file) await File.WriteAllTextAsync(file, figures + Environment.NewLine, TestContext.Current.CancellationToken);
    }

    /// <summary>First every step of every journey with every kind, from the most complex journey on; a sample takes some of them. Then several faults in one journey, without end.</summary>
    private static IEnumerable<(Journey, Action<Faults>)> Plans(Random random) {
        const int longerThanAnyJourney = 130;
        var every = from journey in (Journey[])[Journey.Both, Journey.Place, Journey.Collect]
                    from kind in Enum.GetValues<FaultKind>()
                    from step in Enumerable.Range(1, longerThanAnyJourney)
                    select (journey, kind, step);
        var single = every.ToArray();
        var isSample = Wanted < single.Length;
        if (isSample) random.Shuffle(single);
        foreach (var (journey, kind, step) in single.Take(isSample ? Wanted / 3 : single.Length)) yield return (journey, faults => faults.Plan(step, kind));
        while (true) {
            yield return ((Journey)random.Next(1, 4), faults => {
                // The plan is made while the caller holds the generator.
                for (var step = 1; step < 400; step++)
                    if (random.Next(10) == 0) faults.Plan(step, random.Next(12) == 0 ? FaultKind.LedgerLost : random.Next(2) == 0 ? FaultKind.ProcessGone : FaultKind.Fails);
            });
        }
    }

    private static async Task Travel(Site site, Journey journey, Faults faults, Random random) {
        var before = site.FilesOnTerminal().ToHashSet(StringComparer.Ordinal);
        var list = new byte[random.Next(1, 4000)];
        random.NextBytes(list);
        var name = journey.HasFlag(Journey.Collect) ? $"結果-{Hash(list)[..12]}.csv" : null;
        if (name is not null) File.WriteAllBytes(Path.Combine(site.Terminal.In, name), list);
        var id = journey.HasFlag(Journey.Place) ? await site.Seal() : null;

        using var connector = new SteppedConnector(site, faults);
        var rounds = 0;
        while (!(await IsThere(site, id, name) && connector.IsAtRest && Directory.GetFiles(Path.Combine(site.Data, "spool")).Length == 0)) {
            if (rounds++ == RoundsAllowed) Assert.Fail($"journey {journey} does not end, {string.Join(", ", faults.Trace)}: {await Where(site, id, connector)}");
            await connector.Round();
        }
        try {
            if (id is not null) await AssertPlaced(site, id, before);
            if (name is not null) await AssertCollected(site, name, list);
            Assert.True(before.IsSubsetOf(site.FilesOnTerminal()));
            Assert.Equal("foreign", File.ReadAllText(Path.Combine(site.Terminal.Out, Foreign)));
        } catch (Exception e) {
            throw new InvalidOperationException($"journey {journey}, {string.Join(", ", faults.Trace)}", e);
        }
    }

    private static async Task<bool> IsThere(Site site, string? id, string? name) =>
        (id is null || (await site.Detail(id)).File.State is ClaimFileState.SeenUnchanged or ClaimFileState.PlaceRefused) && (name is null || (await site.Returns()).Any(r => r.Name == name));

    private static async Task<string> Where(Site site, string? id, SteppedConnector connector) =>
        $"{(id is null ? "" : (await site.Detail(id)).File.State)}, jobs {string.Join(' ', connector.Host.Ledger.OpenJobs())}, files {string.Join(' ', connector.Host.Ledger.OpenFiles())}";

    private static async Task AssertPlaced(Site site, string id, HashSet<string> before) {
        var detail = await site.Detail(id);
        Assert.Equal(ClaimFileState.SeenUnchanged, detail.File.State);
        Assert.Equal(WholeChain, detail.Chain.Select(l => l.Kind));
        var placed = Assert.Single(site.FilesOnTerminal(), f => !before.Contains(f));
        Assert.Equal(site.Sha256, Hash(File.ReadAllBytes(placed)));
    }

    private static async Task AssertCollected(Site site, string name, byte[] list) {
        var row = Assert.Single(await site.Returns(), r => r.Name == name);
        Assert.Equal((Hash(list), (long)list.Length), (row.Sha256, row.Size));
        var original = Assert.Single(Directory.GetFiles(site.Terminal.In));
        Assert.Equal(list, File.ReadAllBytes(original));
        // The person puts it away.
        File.Delete(original);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
