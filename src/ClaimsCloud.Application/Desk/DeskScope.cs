using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Desk;

/// <summary>
/// All that the vendor's desk can reach: the projections, for reading, and one wish that a tenant fulfils itself. It holds no tenant and no way to one.
/// </summary>
public sealed class DeskScope(PlatformScope platform) {
    internal async Task<IReadOnlyList<(string StationId, StationProjection Station)>> Stations(CancellationToken stop) {
        var stations = new List<(string, StationProjection)>();
        Continuation? next = null;
        do {
            var page = await platform.Documents.Query(new IndexQuery<StationProjection>(
                StationProjection.Kind, StationProjection.ByName, IndexRange.All, QueryOrder.Ascending, DocumentLimits.QueryItems, next), stop);
            stations.AddRange(page.Items.Select(s => (s.Id, s.Value)));
            next = page.Next;
        } while (next is not null);
        return stations;
    }

    /// <summary>False when the projections know of no such parked message.</summary>
    internal async Task<bool> WishResend(string stationId, string messageId, Caller caller, CancellationToken stop) {
        var station = await platform.Documents.Get(StationProjection.Kind, stationId, stop);
        if (station is null || station.Value.ParkedMessages.All(m => m.MessageId != messageId)) return false;
        await platform.Commit(platform.Batch().SendToTenant(new(stationId), new ResendWanted(messageId)), new Act(AuditAct.MessageResent, caller, messageId, stationId), stop);
        return true;
    }
}
