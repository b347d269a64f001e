using ClaimsCloud.Application.Identity.Organisations;
using ClaimsCloud.Application.Identity.Passkeys;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Identity;

/// <summary>What a person sees and does of her own account.</summary>
internal static class OwnAccounts {
    private const int Codes = 10;

    public static async Task<Results<Ok<SecondFactorSetup>, Refused>> SetUp(PlatformScope platform, SecretBox secrets, Caller caller, CancellationToken stop) {
        if (await Account.Of(caller.Id, platform, stop) is not { Value: { KeyShown: false } account }) return (Refused)Refusals.NotFound;
        var key = Totp.ToBase32(secrets.Open(account.PersonId, account.Key));
        return TypedResults.Ok(new SecondFactorSetup(key, $"otpauth://totp/ClaimsCloud:{Uri.EscapeDataString(account.LoginName)}?secret={key}&issuer=ClaimsCloud"));
    }

    public static async Task<Results<Ok<OwnAccount>, Refused>> Read(PlatformScope platform, Caller caller, CancellationToken stop) {
        if (await Account.Of(caller.Id, platform, stop) is not { Value: var account }) return (Refused)Refusals.NotFound;
        return TypedResults.Ok(new OwnAccount(account.LoginName, account.DisplayName, account.Role, await account.SecondFactor(platform, stop), account.RecoveryCodes.Count,
            [.. (await Session.Of(caller.Id, platform, stop)).Select(s => new SessionRow(s.Id, s.Value.StartedAt, s.Value.From, s.Id == caller.Session))]) {
            Passkeys = [.. (await Passkey.Of(caller.Id, platform, stop)).Select(p => new PasskeyRow(p.Id, p.Value.Name, p.Value.AddedAt, p.Value.UsedAt))],
            Organisations = [.. (await OrganisationLink.Of(caller.Id, platform, stop)).Select(l => new OrganisationLinkRow(l.Id, l.Value.Organisation, l.Value.Account, l.Value.LinkedAt))],
        });
    }

    public static async Task<Results<Ok<RecoveryCodes>, Refused>> NewRecoveryCodes(PlatformScope platform, Caller caller, CancellationToken stop) {
        while (true) {
            if (await Account.Of(caller.Id, platform, stop) is not { } stored) return (Refused)Refusals.NotFound;
            string[] codes = [.. Enumerable.Range(0, Codes).Select(_ => OneTimeCode.New(platform.Ids))];
            var batch = platform.Batch().Replace(stored, stored.Value with { RecoveryCodes = [.. codes.Select(c => OneTimeCode.HashOf(c)!)] });
            if (await platform.Tell(batch, stored.Value.TenantId, new(AuditAct.RecoveryCodesMade, caller, caller.Id), stop) == CommitResult.Committed) return TypedResults.Ok(new RecoveryCodes(codes));
        }
    }

    public static async Task<Results<NoContent, Refused>> EndOwnSession(string sessionId, PlatformScope platform, Caller caller, CancellationToken stop) =>
        await platform.Documents.Get(Session.Kind, sessionId, stop) is { } session && session.Value.PersonId == caller.Id
            ? await End(session, caller, platform, stop) : (Refused)Refusals.NotFound;

    /// <summary>She signed out: the gateway says so.</summary>
    public static async Task<Results<NoContent, Refused>> EndSession(EndSessionRequest request, PlatformScope platform, Caller gateway, CancellationToken stop) =>
        DocumentLimits.IsId(request.SessionId ?? "") && await platform.Documents.Get(Session.Kind, request.SessionId!, stop) is { } session
            ? await End(session, new(session.Value.PersonId, gateway.From), platform, stop) : TypedResults.NoContent();

    private static async Task<NoContent> End(Stored<Session> session, Caller who, PlatformScope platform, CancellationToken stop) {
        // A conflict: it ended at the same time.
        await platform.Tell(platform.Batch().Delete(session), session.Value.TenantId, new(AuditAct.SessionEnded, who, session.Value.PersonId), stop);
        return TypedResults.NoContent();
    }
}
