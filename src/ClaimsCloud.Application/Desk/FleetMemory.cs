using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;

namespace ClaimsCloud.Application.Desk;

/// <summary>
/// All projections, held in memory by each node and brought up to date before each answer: the first look reads all of them, a later one what was written since (decision 020). It never
/// decides anything that is kept: who writes reads the document.
/// </summary>
internal sealed class FleetMemory(PlatformScope platform) : IDisposable {
    /// <summary>Clocks of nodes differ, and a commit takes its time: what is read twice does no harm.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    /// <summary>So long at most between the day a station left and the end of its data here.</summary>
    private static readonly TimeSpan Removal = TimeSpan.FromDays(7);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, StationProjection> stations = new(StringComparer.Ordinal);
    /// <summary>Of all that was read; null while there is nothing.</summary>
    private DateTimeOffset? newest;

    public async Task<IReadOnlyList<KeyValuePair<string, StationProjection>>> Read(CancellationToken stop) {
        await turn.WaitAsync(stop);
        try {
            var changed = newest is { } last
                ? platform.Documents.All(StationProjection.Kind, StationProjection.ByChange, new(SortKeys.Of(last - Overlap), null), stop)
                : platform.Documents.All(StationProjection.Kind, StationProjection.ByName, IndexRange.All, stop);
            var upTo = newest;
            await foreach (var station in changed) {
                stations[station.Id] = station.Value;
                if (upTo is null || station.Value.ChangedAt > upTo) upTo = station.Value.ChangedAt;
            }
            newest = upTo;
            // What is gone is no change; one that came back is in the directory again.
            await foreach (var left in platform.Documents.All(DepartedStation.Kind, DepartedStation.ByLeaving, new(SortKeys.Of(platform.Now - Removal), null), stop))
                if (await platform.Documents.Get(Tenant.Kind, left.Value.Entry.Id, stop) is null) stations.Remove(left.Value.Entry.Id);
            return [.. stations];
        } finally {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
