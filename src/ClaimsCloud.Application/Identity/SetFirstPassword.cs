using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Identity;

/// <summary>The invited person sets her password; the key is worth nothing after that.</summary>
internal static class SetFirstPassword {
    public static async Task<Results<Ok<InvitationAccepted>, Refused>> Handle(InvitationAnswer answer, PlatformScope platform, CancellationToken stop) {
        if (answer.Key is not { Length: > 0 } key) return (Refused)Refusals.InvitationRefused;
        while (true) {
            var found = await platform.Documents.Query(new IndexQuery<FirstPassword>(FirstPassword.Kind, FirstPassword.ByKey, IndexRange.Exactly(FirstPassword.HashOf(key)), QueryOrder.Ascending, 1), stop);
            if (found.Items is not [var invitation] || invitation.Value.Until <= platform.Now || await platform.Documents.Get(Account.Kind, invitation.Id, stop) is not { } account) return (Refused)Refusals.InvitationRefused;
            if (answer.Password is null || answer.Password.Length < Passwords.ShortestLength) return (Refused)Refusals.PasswordTooShort;
            var set = account.Value with { PasswordHash = Passwords.Hash(answer.Password), Failures = 0, LockedUntil = null };
            var joined = new Act(AuditAct.PersonJoined, new(set.PersonId), set.PersonId, set.Role);
            if (await platform.Tell(platform.Batch().Replace(account, set).Delete(invitation), set.TenantId, joined, stop) == CommitResult.Committed) return TypedResults.Ok(new InvitationAccepted(set.LoginName));
        }
    }
}
