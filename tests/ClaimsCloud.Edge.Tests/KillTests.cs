using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Edge.Tests;

public sealed class KillTests {
    private static readonly string[] WholeChain = ["received", "checked", "sealed", "fetched", "placed", "seen", "answered", "confirmed"];

    /// <summary>Every step is tried inside one process by <see cref="FaultMatrixTests"/>; here a real process dies by a real signal, at every twelfth step, or at each when the full run is asked for.</summary>
    private static readonly int Stride = Environment.GetEnvironmentVariable("CLAIMS_EDGE_FAULTS") is null ? 12 : 1;

    /// <summary>Steps vary a little from run to run (polling): a run that ends before its step proves that the steps before it were tried.</summary>
    [Fact]
    public async Task Killing_the_connector_between_any_two_links_and_starting_it_again_ends_in_the_same_state() {
        await using var cloud = await CloudHarness.Run();
        var next = 1 - Stride;
        var killed = 0;
        var finished = false;
        async Task TryStepsInTurn() {
            while (!Volatile.Read(ref finished))
                if (await Journey(cloud, Interlocked.Add(ref next, Stride), (int)(next * 7919L % 53))) Interlocked.Increment(ref killed);
                else Volatile.Write(ref finished, true);
        }
        await Task.WhenAll(TryStepsInTurn(), TryStepsInTurn(), TryStepsInTurn());
        Assert.InRange(killed, WholeChain.Length * 4 / Stride, 500);
        TestContext.Current.SendDiagnosticMessage("killed at {0} steps", killed);
    }

    /// <returns>False when the journey was over before the step.</returns>
    private static async Task<bool> Journey(CloudHarness cloud, int dieAt, int dieAgainAfter) {
        await using var site = await Site.Open(cloud, dieAt);
        site.PersonArrives();
        var id = await site.Seal();
        var killed = await CrashHost.Start(site.Data, dieAt) is null;
        // Now and then a second kill on top of the first.
        if (killed && dieAt % 3 == 0 && dieAgainAfter > 0) await CrashHost.Start(site.Data, dieAgainAfter);
        if (killed) Assert.NotNull(await CrashHost.Start(site.Data, 0));
        await AssertWhole(site, id, $"killed at step {dieAt}");
        return killed;
    }

    private static async Task AssertWhole(Site site, string id, string what) {
        await Site.Until(async () => (await site.Detail(id)).File.State == ClaimFileState.Confirmed, async () => $"{what}: the file is {(await site.Detail(id)).File.State}");
        var detail = await site.Detail(id);
        // A person who is quicker than the connector's second look has the answer before it: both orders are true histories.
        Assert.Equal(WholeChain.Order(), detail.Chain.Select(l => l.Kind).Order());
        Assert.Equal(WholeChain.Where(k => k != "seen"), detail.Chain.Select(l => l.Kind).Where(k => k != "seen"));
        Assert.All(detail.Chain.Where(l => l.Kind is "sealed" or "fetched" or "placed" or "seen"), l => Assert.Equal(site.Sha256, l.Sha256));

        var received = Assert.Single(site.ClosedNetwork.Received);
        Assert.Equal(site.Sha256, received.Sha256);
        var placed = Assert.Single(OnlineClaimsSystem.Placed(site.Terminal));
        Assert.Equal(site.Sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(placed))));
        Assert.Equal([placed], site.FilesOnTerminal());
        Assert.Equal(2, Directory.GetFiles(site.Terminal.In).Length);
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Data, "spool")));
    }
}
