using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Desk;

/// <summary>
/// All that the vendor's desk can reach: the projections, for reading, what the desk itself keeps, and wishes that a tenant fulfils itself. It holds no tenant and no way to one.
/// </summary>
public sealed class DeskScope(PlatformScope platform) : IDisposable {
    private readonly FleetMemory fleet = new(platform);

    internal DateTimeOffset Now => platform.Now;

    /// <summary>Reads all stations, so that the first look has not to wait for that.</summary>
    public Task Warm(CancellationToken stop) => fleet.Read(stop);

    internal Task<IReadOnlyList<KeyValuePair<string, StationProjection>>> Stations(CancellationToken stop) => fleet.Read(stop);

    /// <summary>As it is stored now; null when there is no such station.</summary>
    internal async Task<StationProjection?> Station(string stationId, CancellationToken stop) =>
        DocumentLimits.IsId(stationId) ? (await platform.Documents.Get(StationProjection.Kind, stationId, stop))?.Value : null;

    /// <summary>False when the projections know of no such parked message.</summary>
    internal async Task<bool> WishResend(string stationId, string messageId, Caller caller, CancellationToken stop) {
        var station = await Station(stationId, stop);
        if (station is null || station.ParkedMessages.All(m => m.MessageId != messageId)) return false;
        await platform.Commit(platform.Batch().SendToTenant(new(stationId), new ResendWanted(messageId)), new Act(AuditAct.MessageResent, caller, messageId, stationId), stop);
        return true;
    }

    public void Dispose() => fleet.Dispose();
}
