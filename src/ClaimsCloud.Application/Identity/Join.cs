using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Identity;

/// <summary>Uses an invitation up for an account. For the gateway, in the name of somebody who is not signed in yet: the code is her credential.</summary>
internal static class Join {
    public static async Task<Results<NoContent, Refused>> Handle(JoinRequest request, PlatformScope platform, SecretBox secrets, Caller gateway, CancellationToken stop) {
        if (OneTimeCode.HashOf(request.Code ?? "") is not { } id || await platform.Documents.Get(Invitation.Kind, id, stop) is not { } stored || stored.Value.ExpiresAt <= platform.Now)
            return (Refused)Refusals.InvitationRefused;
        var invited = stored.Value;
        if (!NewAccounts.IsSound(request.LoginName ?? "", invited.DisplayName, request.Password ?? "")) return (Refused)Refusals.InvalidAccount;
        var account = NewAccounts.Make(platform.Ids.Next(), request.LoginName!, invited.DisplayName, request.Password!, invited.TenantId, invited.Role, secrets);
        var batch = platform.Batch().Delete(stored).Create(Account.Kind, Account.IdOf(request.LoginName!), account);
        if (await platform.Tell(batch, invited.TenantId, new(AuditAct.PersonJoined, new(account.PersonId, gateway.From), account.PersonId, account.Role), stop) == CommitResult.Committed) return TypedResults.NoContent();
        // Either the name is taken, and the invitation is still good, or somebody else was faster with it.
        return (Refused)(await platform.Documents.Get(Account.Kind, Account.IdOf(request.LoginName!), stop) is null ? Refusals.InvitationRefused : Refusals.LoginTaken);
    }
}
