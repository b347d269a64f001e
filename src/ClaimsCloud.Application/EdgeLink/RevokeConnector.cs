using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>The station takes a connector's right away: no new token from now on, no work and no content with an old one.</summary>
internal static class RevokeConnector {
    public static async Task<Results<NoContent, Refused>> Handle(string deviceId, TenantScope tenant, PlatformScope platform, Caller caller, CancellationToken stop) {
        while (true) {
            if (await tenant.Documents.Get(Connector.Kind, deviceId, stop) is not { } connector || await platform.Documents.Get(Device.Kind, deviceId, stop) is not { } device
                || device.Value.TenantId != tenant.Id.Value) return (Refused)Refusals.NotFound;
            if (device.Value.RevokedAt is null
                && await platform.Commit(platform.Batch().Replace(device, device.Value with { RevokedAt = platform.Now }), stop) != CommitResult.Committed) continue;
            if (connector.Value.RevokedAt is not null
                || await tenant.Commit(tenant.Batch().Replace(connector, connector.Value with { RevokedAt = tenant.Now }), new Act(AuditAct.ConnectorRevoked, caller, deviceId), stop) == CommitResult.Committed) return TypedResults.NoContent();
        }
    }
}
