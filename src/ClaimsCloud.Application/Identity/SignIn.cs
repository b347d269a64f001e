using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Identity;

/// <summary>For the gateway only. Which of login name and password was wrong is nobody's business.</summary>
internal static class SignIn {
    private const int MostFailures = 5;
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    public static async Task<Results<Ok<SignInAnswer>, Refused>> Handle(SignInRequest request, PlatformScope platform, Caller gateway, CancellationToken stop) {
        var (login, password) = (request.LoginName ?? "", request.Password ?? "");
        while (true) {
            var stored = await platform.Documents.Get(Account.Kind, Account.IdOf(login), stop);
            if (stored?.Value.LockedUntil > platform.Now) return (Refused)Refusals.SignInLocked;
            var right = Passwords.Match(stored?.Value.PasswordHash ?? Passwords.HashOfNobody, password);
            if (stored is null) return (Refused)Refusals.SignInFailed;

            var account = right ? stored.Value with { Failures = 0, LockedUntil = null } : Failed(stored.Value, platform.Now);
            var act = right ? AuditAct.SignedIn : account.LockedUntil is null ? AuditAct.SignInFailed : AuditAct.SignInLocked;
            // A lost race would let parallel guesses count as one: look again, with the other's count.
            if (await platform.Commit(platform.Batch().Replace(stored, account), account, act, gateway, stop) != CommitResult.Committed) continue;
            return right ? TypedResults.Ok(await Answer(account, platform, stop)) : (Refused)(account.LockedUntil is null ? Refusals.SignInFailed : Refusals.SignInLocked);
        }
    }

    private static Account Failed(Account account, DateTimeOffset now) {
        // A lock that ran out is forgotten with the failures that led to it.
        var failures = (account.LockedUntil is null ? account.Failures : 0) + 1;
        return account with { Failures = failures, LockedUntil = failures >= MostFailures ? now + Lock : null };
    }

    private static async Task<SignInAnswer> Answer(Account account, PlatformScope platform, CancellationToken stop) {
        var station = account.TenantId is { } tenant ? (await platform.Documents.Get(Tenant.Kind, tenant, stop))?.Value.StationName : null;
        return new(account.PersonId, account.DisplayName, account.TenantId, station, account.Role);
    }
}
