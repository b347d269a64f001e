using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Identity.Organisations;

/// <summary>
/// For the gateway only, which has validated what an organisation said. It opens nothing but an account that its owner linked, and no account is made. Not linked, and linked to somebody of a
/// house that the organisation does not stand for, are the same refusal.
/// </summary>
internal static class FromOrganisation {
    public static async Task<Results<Ok<SignInAnswer>, Refused>> SignIn(OrganisationSignIn request, PlatformScope platform, Caller gateway, CancellationToken stop) {
        if (!OrganisationLink.IsWhole(request.Person)) return (Refused)Refusals.OrganisationRefused;
        var (id, used) = (OrganisationLink.IdOf(request.Person), OrganisationLink.UsedId(request.Person));
        while (true) {
            if (await UsedOnce.Is(used, platform, stop) || await platform.Documents.Get(OrganisationLink.Kind, id, stop) is not { } link
                || await Account.Of(link.Value.PersonId, platform, stop) is not { } stored) return (Refused)Refusals.OrganisationRefused;
            var account = stored.Value;
            if (account.IsLocked(platform.Now)) return (Refused)Refusals.SignInLocked;
            // The link is part of the commit: she may take it back at the same time.
            var batch = platform.Batch().Create(UsedOnce.Kind, used, new(platform.Now)).Replace(link, link.Value);
            if (!OrganisationLink.Admits(request.Person, account)) {
                if (await platform.Tell(batch, account.TenantId, new(AuditAct.SignInFailed, new(account.PersonId, gateway.From), id, Refusals.OrganisationRefused.Code), stop) == CommitResult.Committed) return (Refused)Refusals.OrganisationRefused;
            } else if (request.SecondFactor == SecondFactor.On && await account.SecondFactor(platform, stop) == SecondFactor.On) {
                if (await platform.Commit(batch, stop) == CommitResult.Committed) return TypedResults.Ok(await Identity.SignIn.Answer(account, platform, stop) with { Step = account.KeyShown ? SignInStep.Code : SignInStep.SetUp });
            } else if (await Identity.SignIn.Succeed(stored, account, "organisation", platform, gateway, stop, batch) is { } answer) return TypedResults.Ok(answer);
        }
    }

    /// <summary>Only soon after a sign-in, as for a passkey.</summary>
    public static async Task<Results<NoContent, Refused>> Link(OrganisationLinking request, PlatformScope platform, Caller gateway, CancellationToken stop) {
        if (!OrganisationLink.IsWhole(request.Person) || request.PersonId is not { Length: > 0 } personId) return (Refused)Refusals.OrganisationRefused;
        var who = new Caller(personId, gateway.From, request.SessionId);
        var (id, used) = (OrganisationLink.IdOf(request.Person), OrganisationLink.UsedId(request.Person));
        if (!await Session.IsFresh(who, platform, stop)) return (Refused)Refusals.SignInAgain;
        while (true) {
            if (await Account.Of(personId, platform, stop) is not { } account || !OrganisationLink.Admits(request.Person, account.Value) || await UsedOnce.Is(used, platform, stop)) return (Refused)Refusals.OrganisationRefused;
            if (await platform.Documents.Get(OrganisationLink.Kind, id, stop) is not null || (await OrganisationLink.Of(personId, platform, stop)).Count >= OrganisationLink.Most) return (Refused)Refusals.LinkTaken;
            var name = request.Account is { Length: > 0 } told ? told[..Math.Min(told.Length, OrganisationLink.AccountLength)] : request.Person.Organisation;
            var batch = platform.Batch().Replace(account, account.Value).Create(OrganisationLink.Kind, id, new(personId, request.Person.Organisation, name, platform.Now)).Create(UsedOnce.Kind, used, new(platform.Now));
            if (await platform.Tell(batch, account.Value.TenantId, new(AuditAct.OrganisationLinked, who, id), stop) == CommitResult.Committed) return TypedResults.NoContent();
        }
    }

    /// <summary>The password stays, so the last link may go as well.</summary>
    public static async Task<Results<NoContent, Refused>> Unlink(string linkId, PlatformScope platform, Caller caller, CancellationToken stop) {
        while (true) {
            if (!DocumentLimits.IsId(linkId) || await platform.Documents.Get(OrganisationLink.Kind, linkId, stop) is not { } link || link.Value.PersonId != caller.Id
                || await Account.Of(caller.Id, platform, stop) is not { Value: var account }) return (Refused)Refusals.NotFound;
            if (await platform.Tell(platform.Batch().Delete(link), account.TenantId, new(AuditAct.OrganisationUnlinked, caller, linkId), stop) == CommitResult.Committed) return TypedResults.NoContent();
        }
    }
}
