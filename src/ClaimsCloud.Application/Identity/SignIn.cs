using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Identity;

/// <summary>
/// For the gateway only. First the password, then, where it is asked for, a code. Which of login name and password was wrong is nobody's business. A right password alone forgets no
/// failure: whoever knows it must not be able to go on guessing codes.
/// </summary>
internal static class SignIn {
    public static async Task<Results<Ok<SignInAnswer>, Refused>> Handle(SignInRequest request, PlatformScope platform, Caller gateway, CancellationToken stop) {
        var (login, password) = (request.LoginName ?? "", request.Password ?? "");
        while (true) {
            var stored = await platform.Documents.Get(Account.Kind, Account.IdOf(login), stop);
            if (stored?.Value.IsLocked(platform.Now) is true) return (Refused)Refusals.SignInLocked;
            var right = Passwords.Match(stored?.Value.PasswordHash ?? Passwords.HashOfNobody, password);
            if (stored is null) return (Refused)Refusals.SignInFailed;
            if (!right) {
                // A lost race would let parallel guesses count as one: look again, with the other's count.
                if (await Fail(stored, Refusals.SignInFailed, platform, gateway, stop) is { } refusal) return (Refused)refusal;
            } else if (await stored.Value.SecondFactor(platform, stop) == SecondFactor.On) {
                return TypedResults.Ok(await Answer(stored.Value, platform, stop) with { Step = stored.Value.KeyShown ? SignInStep.Code : SignInStep.SetUp });
            } else if (await Succeed(stored, stored.Value, null, platform, gateway, stop) is { } answer) return TypedResults.Ok(answer);
        }
    }

    /// <summary>The second step: a code of the person's device, or one of her recovery codes.</summary>
    public static async Task<Results<Ok<SignInAnswer>, Refused>> Code(SignInCodeRequest request, PlatformScope platform, SecretBox secrets, Caller gateway, CancellationToken stop) {
        while (true) {
            if (await Account.Of(request.PersonId ?? "", platform, stop) is not { } stored) return (Refused)Refusals.SignInFailed;
            if (stored.Value.IsLocked(platform.Now)) return (Refused)Refusals.SignInLocked;
            var typed = string.Concat(HalfWidth.Of(request.Code ?? "").Where(c => !char.IsWhiteSpace(c)));
            var account = stored.Value;
            if (Totp.Match(secrets.Open(account.PersonId, account.Key), typed, platform.Now, account.KeyStep) is { } step) {
                if (await Succeed(stored, account with { KeyStep = step, KeyShown = true }, account.KeyShown ? null : "set-up", platform, gateway, stop) is { } answer) return TypedResults.Ok(answer);
            } else if (account.KeyShown && OneTimeCode.HashOf(typed) is { } hash && account.RecoveryCodes.Contains(hash)) {
                if (await Succeed(stored, account with { RecoveryCodes = [.. account.RecoveryCodes.Where(c => c != hash)] }, "recovery-code", platform, gateway, stop) is { } answer) return TypedResults.Ok(answer);
            } else if (await Fail(stored, Refusals.CodeWrong, platform, gateway, stop) is { } refusal) return (Refused)refusal;
        }
    }

    /// <summary>Null when somebody else changed the account at the same time.</summary>
    internal static async Task<Refusal?> Fail(Stored<Account> stored, Refusal wrong, PlatformScope platform, Caller gateway, CancellationToken stop) {
        var failed = stored.Value.Failed(platform.Now);
        var act = failed.LockedUntil is null ? AuditAct.SignInFailed : AuditAct.SignInLocked;
        if (await platform.Tell(platform.Batch().Replace(stored, failed), failed.TenantId, new(act, new(failed.PersonId, gateway.From), Why: wrong.Code), stop) != CommitResult.Committed) return null;
        return failed.LockedUntil is null ? wrong : Refusals.SignInLocked;
    }

    /// <param name="beside">What else has to be in the commit; null for nothing.</param>
    /// <returns>Null when something of the commit was changed at the same time.</returns>
    internal static async Task<SignInAnswer?> Succeed(Stored<Account> stored, Account account, string? why, PlatformScope platform, Caller gateway, CancellationToken stop, Batch? beside = null) {
        var session = platform.Ids.Next();
        var batch = (beside ?? platform.Batch()).Replace(stored, account.SignedIn()).Create(Session.Kind, session, new(account.PersonId, account.TenantId, platform.Now, gateway.From));
        return await platform.Tell(batch, account.TenantId, new(AuditAct.SignedIn, new(account.PersonId, gateway.From), Why: why), stop) == CommitResult.Committed
            ? await Answer(account, platform, stop) with { SessionId = session } : null;
    }

    internal static async Task<SignInAnswer> Answer(Account account, PlatformScope platform, CancellationToken stop) {
        var station = account.TenantId is { } tenant ? (await platform.Documents.Get(Tenant.Kind, tenant, stop))?.Value.StationName : null;
        return new(account.PersonId, account.DisplayName, account.TenantId, station, account.Role);
    }
}
