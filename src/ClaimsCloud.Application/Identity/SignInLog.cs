using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Identity;

/// <summary>
/// Who signed in, or could not, stands in the log of her station; that of a person of the vendor in the platform's. The account is on the platform plane, so a station learns
/// it from a message of the same commit.
/// </summary>
internal static class SignInLog {
    public static Task<CommitResult> Commit(this PlatformScope platform, Batch batch, Account account, AuditAct act, Caller gateway, CancellationToken stop) {
        if (account.TenantId is { } tenant) return platform.Commit(batch.SendToTenant(new(tenant), new SignInTried(account.PersonId, act, gateway.From, platform.Now)), stop);
        return platform.Commit(batch, new Act(act, new(account.PersonId, gateway.From)), stop);
    }

    public static Task Handle(Received<SignInTried> message, TenantScope tenant, CancellationToken stop) {
        var tried = message.Body;
        return tenant.Commit(tenant.Batch().Consume(message), new(tried.What, new(tried.PersonId, tried.From)) { At = tried.At }, stop);
    }
}

internal sealed record SignInTried(string PersonId, AuditAct What, string? From, DateTimeOffset At);
