using ClaimsCloud.Application.Desk.Tickets;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Desk;

/// <summary>What changes by time alone: states and alerts are remembered, renewals opened and closed, tickets opened for alarms that last. Repeating it changes nothing.</summary>
internal static class WatchFleet {
    private const int StationsACommit = 40;

    public static async Task Handle(PlatformScope platform, CancellationToken stop) {
        var histories = new Dictionary<string, Stored<StationHistory>>(StringComparer.Ordinal);
        await foreach (var history in platform.Documents.All(StationHistory.Kind, StationHistory.All, IndexRange.All, stop)) histories[history.Id] = history;
        var renewals = await RenewalWatch.Begin(platform, stop);
        var (batch, now) = (platform.Batch(), platform.Now);
        await foreach (var stored in platform.Documents.All(StationProjection.Kind, StationProjection.ByName, IndexRange.All, stop)) {
            var at = StationViews.At(stored.Id, stored.Value, now);
            await renewals.Look(at, stop);
            await SensorTickets.Look(at, platform, stop);
            var was = histories.GetValueOrDefault(stored.Id);
            var history = (was?.Value ?? StationHistory.New(stored.Id)).After(at, now);
            if (history == was?.Value) continue;
            if (was is null) batch.Create(StationHistory.Kind, stored.Id, history);
            else batch.Replace(was, history);
            if (batch.Changes.Count < StationsACommit) continue;
            // A conflict means that another node was faster: the next round looks again.
            await platform.Commit(batch, stop);
            batch = platform.Batch();
        }
        if (batch.Changes.Count > 0) await platform.Commit(batch, stop);
    }
}
