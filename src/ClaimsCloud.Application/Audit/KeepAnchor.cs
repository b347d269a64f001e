using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Audit;

internal static class KeepAnchor {
    public static async Task Handle(Received<AuditAnchored> message, PlatformScope platform, CancellationToken stop) {
        if (message.From.Tenant is not { } tenant) throw new InvalidOperationException("An anchor comes from a tenant.");
        await platform.Commit(platform.Batch().Consume(message), new(AuditAct.Anchored, Caller.System, tenant.Value, $"{message.Body.Number}:{message.Body.Hash}"), stop);
    }
}
