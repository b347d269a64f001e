using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Identity.Passkeys;

/// <summary>
/// For the gateway only. A passkey is both steps at once: something that she has, and the device made sure that it is she. What the account counts and locks holds for it as for a password.
/// </summary>
internal static class PasskeySignIn {
    /// <summary>Names nobody, so that it tells nothing about who has a passkey.</summary>
    public static async Task<Results<Ok<PasskeyOptions>, Refused>> Ask(HttpContext call, PlatformScope platform, SecretBox secrets, Caller gateway) {
        using var rules = PasskeyRules.At(gateway.PublicAddress);
        if (rules is null) return (Refused)Refusals.NoPasskeysHere;
        var made = await rules.Handler.MakeRequestOptionsAsync(null, call);
        var challenge = new PasskeyChallenge(made.AssertionState!, gateway.PublicAddress!, platform.Now + PasskeyChallenge.Life);
        return TypedResults.Ok(new PasskeyOptions(made.RequestOptionsJson, challenge.Seal(PasskeyChallenge.ForSignIn, secrets)));
    }

    public static async Task<Results<Ok<SignInAnswer>, Refused>> Handle(PasskeySignInRequest request, HttpContext call, PlatformScope platform, SecretBox secrets, Caller gateway, CancellationToken stop) {
        if (request.Credential is not { Length: > 0 and <= PasskeySignInRequest.LongestCredential } credential || Passkey.IdOf(credential) is not { } id
            || PasskeyChallenge.Open(request.Challenge, PasskeyChallenge.ForSignIn, secrets, gateway, platform.Now) is not { } challenge) return (Refused)Refusals.PasskeyRefused;
        while (true) {
            if (await UsedOnce.Is(challenge.UsedId, platform, stop) || await platform.Documents.Get(Passkey.Kind, id, stop) is not { } passkey
                || await Account.Of(passkey.Value.PersonId, platform, stop) is not { } stored) return (Refused)Refusals.PasskeyRefused;
            if (stored.Value.IsLocked(platform.Now)) return (Refused)Refusals.SignInLocked;
            using var rules = PasskeyRules.At(gateway.PublicAddress, stored.Value, [passkey.Value]);
            var shown = await rules!.Handler.PerformAssertionAsync(new() { HttpContext = call, CredentialJson = credential, AssertionState = challenge.State });
            if (!shown.Succeeded || !shown.Passkey.IsUserVerified || shown.User.PersonId != stored.Value.PersonId) {
                if (await SignIn.Fail(stored, Refusals.PasskeyRefused, platform, gateway, stop) is { } refusal) return (Refused)refusal;
                continue;
            }
            var batch = platform.Batch().Create(UsedOnce.Kind, challenge.UsedId, new(platform.Now))
                .Replace(passkey, passkey.Value with { SignCount = shown.Passkey.SignCount, BackedUp = shown.Passkey.IsBackedUp, UsedAt = platform.Now });
            if (await SignIn.Succeed(stored, stored.Value, "passkey", platform, gateway, stop, batch) is { } answer) return TypedResults.Ok(answer);
        }
    }
}
