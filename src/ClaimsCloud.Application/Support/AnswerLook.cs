using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Support;

/// <summary>The desk wants to look. The station's own rule decides, its log has it either way, and what it shows names PCs and files, never a patient.</summary>
internal static class AnswerLook {
    private const int FilesShown = 30;

    public static async Task Handle(Received<LookWanted> message, TenantScope tenant, CancellationToken stop) {
        var grant = await StationGrant.Now(tenant, stop);
        var answer = grant is null ? new LookAnswered(message.Body.LookId, null, [], [])
            : new LookAnswered(message.Body.LookId, grant.Value.Until, await Connectors(tenant, stop), await Files(tenant, stop));
        var log = new DeskLook(tenant.Now, message.Body.Person, grant?.Id);
        await tenant.Commit(tenant.Batch().Consume(message).Create(DeskLook.Kind, message.Body.LookId, log).SendToPlatform(answer), stop);
    }

    private static async Task<IReadOnlyList<NamedState>> Connectors(TenantScope tenant, CancellationToken stop) {
        var page = await tenant.Documents.Query(new IndexQuery<Connector>(Connector.Kind, Connector.ByEnrolment, IndexRange.All, QueryOrder.Ascending, DocumentLimits.QueryItems), stop);
        return [.. page.Items.Select(c => new NamedState(c.Value.Name, c.Value switch {
            { RevokedAt: not null } => "revoked", { LastSeen: null } => "waiting", { LastSeen: { } seen } when tenant.Now - seen > Heartbeat.Silence => "silent", { Alarms.Count: > 0 } => "alarm", _ => "ok",
        }, c.Value.LastSeen))];
    }

    /// <summary>What a person named a file could hold anything: its month and payer name it here.</summary>
    private static async Task<IReadOnlyList<NamedState>> Files(TenantScope tenant, CancellationToken stop) {
        var page = await tenant.Documents.Query(new IndexQuery<ClaimFile>(ClaimFile.Kind, ClaimFile.ByReceipt, IndexRange.All, QueryOrder.Descending, FilesShown), stop);
        return [.. page.Items.Select(f => new NamedState($"{f.Value.Check?.ClaimMonth}|{f.Value.Check?.Payer}", Json.CamelCase(f.Value.State), f.Value.ReceivedAt))];
    }
}
