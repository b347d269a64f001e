using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Identity;

/// <summary>
/// What is done with an account stands in the log of its house: a station's own, or for people of the vendor the platform's. Accounts are on the platform plane, so a station learns it
/// from a message of the same commit.
/// </summary>
internal static class HouseLog {
    public static Task<CommitResult> Tell(this PlatformScope platform, Batch batch, string? tenantId, Act act, CancellationToken stop) => tenantId is null ? platform.Commit(batch, act, stop)
        : platform.Commit(batch.SendToTenant(new(tenantId), new ActTold(act.What, act.Who.Id, act.Who.From, act.Subject, act.Why, platform.Now)), stop);

    public static Task Handle(Received<ActTold> message, TenantScope tenant, CancellationToken stop) {
        var told = message.Body;
        return tenant.Commit(tenant.Batch().Consume(message), new(told.What, new(told.Actor, told.From), told.Subject, told.Why) { At = told.At }, stop);
    }
}

internal sealed record ActTold(AuditAct What, string Actor, string? From, string? Subject, string? Why, DateTimeOffset At);
