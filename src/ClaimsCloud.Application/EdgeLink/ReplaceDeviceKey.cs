using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>A new key for a device that shows both: by rotation, or because a new PC took over. Whoever holds only the old one is out from then on.</summary>
internal static class ReplaceDeviceKey {
    public static async Task<Results<Ok<EnrolAnswer>, Refused>> Handle(NewKeyRequest request, TenantScope tenant, PlatformScope platform, Caller caller, CancellationToken stop) {
        var signed = EdgeProof.OfKey(caller.Id, request.PublicKey ?? "");
        if (!DeviceKey.IsP256(request.PublicKey) || !Heartbeat.IsPlace(request.Place) || !EdgeProof.Holds(request.PublicKey!, signed, request.Proof ?? "")) return (Refused)Refusals.InvalidKey;
        while (true) {
            if (await platform.Documents.Get(Device.Kind, caller.Id, stop) is not { } stored) return (Refused)Refusals.NotFound;
            var device = stored.Value;
            // The answer to the first call was lost.
            if (device.PublicKey == request.PublicKey) break;
            if (device.RevokedAt is not null) return (Refused)Refusals.DeviceRevoked;
            if (device.Former.Contains(request.PublicKey)) return (Refused)Refusals.DeviceMoved;
            if (!EdgeProof.Holds(device.PublicKey, signed, request.FormerProof ?? "")) return (Refused)Refusals.ProofRefused;
            var renewed = device with { PublicKey = request.PublicKey!, FormerKeys = [.. device.Former, device.PublicKey] };
            if (await platform.Commit(platform.Batch().Replace(stored, renewed), stop) == CommitResult.Committed) break;
        }
        await Settle(request.Place, tenant, caller, stop);
        return TypedResults.Ok(new EnrolAnswer(caller.Id, tenant.StationName));
    }

    /// <summary>The new place speaks for the device at once; the old one need not be silent for long before.</summary>
    private static async Task Settle(string place, TenantScope tenant, Caller caller, CancellationToken stop) {
        while (await tenant.Documents.Get(Connector.Kind, caller.Id, stop) is { } connector
            && await tenant.Commit(tenant.Batch().Replace(connector, connector.Value with { Place = place, RivalSeen = null }), new Act(AuditAct.ConnectorMoved, caller, caller.Id), stop) != CommitResult.Committed) { }
    }
}
