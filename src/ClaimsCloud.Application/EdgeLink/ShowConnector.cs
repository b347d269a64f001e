using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>An enrolled device appears at its station, unless its first call was faster.</summary>
internal static class ShowConnector {
    public static async Task Handle(Received<DeviceEnrolled> message, TenantScope tenant, CancellationToken stop) {
        var device = message.Body;
        for (var result = CommitResult.Conflict; result == CommitResult.Conflict;) {
            if (await tenant.Documents.Get(Connector.Kind, device.DeviceId, stop) is not null) return;
            result = await tenant.Commit(tenant.Batch().Consume(message)
                .Create(Connector.Kind, device.DeviceId, new Connector(device.Name, device.At, null, null, null, null, []))
                .SendToPlatform(new ConnectorSeen(device.DeviceId, device.At, null, [])), new Act(AuditAct.ConnectorEnrolled, new(device.DeviceId), device.DeviceId) { At = device.At }, stop);
        }
    }
}
