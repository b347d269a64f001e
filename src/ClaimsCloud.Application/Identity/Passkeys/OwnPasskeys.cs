using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Identity.Passkeys;

/// <summary>A person's own passkeys. Every account keeps its password, so that the last passkey may go as well.</summary>
internal static class OwnPasskeys {
    /// <summary>Only soon after a sign-in: a session that somebody else found open must not become a way in that stays.</summary>
    public static async Task<Results<Ok<PasskeyOptions>, Refused>> Ask(HttpContext call, PlatformScope platform, SecretBox secrets, Caller caller, CancellationToken stop) {
        if (await Account.Of(caller.Id, platform, stop) is not { Value: var account }) return (Refused)Refusals.NotFound;
        if (!await Session.IsFresh(caller, platform, stop)) return (Refused)Refusals.SignInAgain;
        var mine = await Passkey.Of(caller.Id, platform, stop);
        if (mine.Count >= Passkey.Most) return (Refused)Refusals.TooManyPasskeys;
        using var rules = PasskeyRules.At(caller.PublicAddress, account, [.. mine.Select(p => p.Value)]);
        if (rules is null) return (Refused)Refusals.NoPasskeysHere;
        var made = await rules.Handler.MakeCreationOptionsAsync(new() { Id = account.PersonId, Name = account.LoginName, DisplayName = account.DisplayName }, call);
        var challenge = new PasskeyChallenge(made.AttestationState!, caller.PublicAddress!, platform.Now + PasskeyChallenge.Life);
        return TypedResults.Ok(new PasskeyOptions(made.CreationOptionsJson, challenge.Seal(PasskeyChallenge.ForRegistration(caller), secrets)));
    }

    public static async Task<Results<NoContent, Refused>> Add(PasskeyRegistration request, HttpContext call, PlatformScope platform, SecretBox secrets, Caller caller, CancellationToken stop) {
        if (request.Name?.Trim() is not { Length: > 0 and <= Passkey.NameLength } name || request.Credential is not { Length: > 0 and <= PasskeySignInRequest.LongestCredential } credential) return (Refused)Refusals.PasskeyNotTaken;
        if (!await Session.IsFresh(caller, platform, stop)) return (Refused)Refusals.SignInAgain;
        if (PasskeyChallenge.Open(request.Challenge, PasskeyChallenge.ForRegistration(caller), secrets, caller, platform.Now) is not { } challenge) return (Refused)Refusals.PasskeyNotTaken;
        using var rules = PasskeyRules.At(caller.PublicAddress);
        var made = await rules!.Handler.PerformAttestationAsync(new() { HttpContext = call, CredentialJson = credential, AttestationState = challenge.State });
        if (!made.Succeeded || !made.Passkey.IsUserVerified || made.UserEntity.Id != caller.Id) return (Refused)Refusals.PasskeyNotTaken;
        var (id, passkey) = (Passkey.IdOf(made.Passkey.CredentialId), Passkey.From(made.Passkey, caller.Id, name, platform.Now));
        while (true) {
            if (await Account.Of(caller.Id, platform, stop) is not { } account) return (Refused)Refusals.NotFound;
            if ((await Passkey.Of(caller.Id, platform, stop)).Count >= Passkey.Most) return (Refused)Refusals.TooManyPasskeys;
            if (await UsedOnce.Is(challenge.UsedId, platform, stop) || await platform.Documents.Get(Passkey.Kind, id, stop) is not null) return (Refused)Refusals.PasskeyNotTaken;
            // The account is part of the commit: it may be removed at the same time.
            var batch = platform.Batch().Replace(account, account.Value).Create(Passkey.Kind, id, passkey).Create(UsedOnce.Kind, challenge.UsedId, new(platform.Now));
            if (await platform.Tell(batch, account.Value.TenantId, new(AuditAct.PasskeyAdded, caller, id), stop) == CommitResult.Committed) return TypedResults.NoContent();
        }
    }

    public static async Task<Results<NoContent, Refused>> Remove(string passkeyId, PlatformScope platform, Caller caller, CancellationToken stop) {
        while (true) {
            if (!DocumentLimits.IsId(passkeyId) || await platform.Documents.Get(Passkey.Kind, passkeyId, stop) is not { } passkey || passkey.Value.PersonId != caller.Id
                || await Account.Of(caller.Id, platform, stop) is not { Value: var account }) return (Refused)Refusals.NotFound;
            if (await platform.Tell(platform.Batch().Delete(passkey), account.TenantId, new(AuditAct.PasskeyRemoved, caller, passkeyId), stop) == CommitResult.Committed) return TypedResults.NoContent();
        }
    }
}
