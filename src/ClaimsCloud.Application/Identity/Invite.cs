using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Identity;

/// <summary>The code is in this one answer and nowhere else.</summary>
internal static class Invite {
    private const int Most = 20;

    public static async Task<Results<Ok<InvitationMade>, Refused>> Handle(InvitationRequest request, StaffScope staff, Caller caller, CancellationToken stop) {
        if (request.DisplayName?.Trim() is not { Length: > 0 and <= NewAccounts.NameLength } name || !staff.Roles.Contains(request.Role)) return (Refused)Refusals.InvalidInvitation;
        if ((await staff.Invitations(stop)).Count >= Most) return (Refused)Refusals.TooManyInvitations;
        var code = OneTimeCode.New(staff.Platform.Ids);
        var (id, invitation) = (OneTimeCode.HashOf(code)!, new Invitation(staff.TenantId, name, request.Role, staff.Platform.Now + Invitation.Life));
        if (await staff.Commit(staff.Platform.Batch().Create(Invitation.Kind, id, invitation), new(AuditAct.Invited, caller, id, request.Role), stop) != CommitResult.Committed)
            throw new IOException("The same invitation code came twice.");
        return TypedResults.Ok(new InvitationMade(code, name, invitation.ExpiresAt));
    }

    public static async Task<Results<NoContent, Refused>> Withdraw(string invitationId, StaffScope staff, Caller caller, CancellationToken stop) {
        if ((await staff.Invitations(stop)).FirstOrDefault(i => i.Id == invitationId) is not { } invitation) return (Refused)Refusals.NotFound;
        return await staff.Commit(staff.Platform.Batch().Delete(invitation), new(AuditAct.InvitationWithdrawn, caller, invitationId), stop) == CommitResult.Committed
            ? TypedResults.NoContent() : (Refused)Refusals.ChangedMeanwhile;
    }
}
