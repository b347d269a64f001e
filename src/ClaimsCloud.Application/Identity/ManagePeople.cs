using ClaimsCloud.Application.Identity.Organisations;
using ClaimsCloud.Application.Identity.Passkeys;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Identity;

/// <summary>Who looks after a house sees its people, changes their roles, and takes their access away.</summary>
internal static class ManagePeople {
    /// <summary>What fits into the one commit with which an access ends.</summary>
    private const int MostSessions = 70;

    public static async Task<Ok<PeopleDetail>> List(StaffScope staff, CancellationToken stop) {
        var rows = new List<PersonRow>();
        foreach (var (_, _, person, _) in await staff.People(stop))
            rows.Add(new(person.PersonId, person.LoginName, person.DisplayName, person.Role, person.KeyShown, person.IsLocked(staff.Platform.Now), (await Session.Of(person.PersonId, staff.Platform, stop)).Count));
        var invitations = (await staff.Invitations(stop)).Select(i => new InvitationRow(i.Id, i.Value.DisplayName, i.Value.Role, i.Value.ExpiresAt));
        return TypedResults.Ok(new PeopleDetail(await Choice(staff, stop), [.. rows.OrderBy(r => r.LoginName, StringComparer.Ordinal)], [.. invitations.OrderBy(i => i.ExpiresAt)]));
    }

    public static Task<Results<NoContent, Refused>> ChangeRole(string personId, RoleChange change, StaffScope staff, Caller caller, CancellationToken stop) =>
        staff.Roles.Contains(change.Role) ? Change(personId, account => account with { Role = change.Role }, AuditAct.RoleChanged, change.Role, staff, caller, stop)
            : Task.FromResult<Results<NoContent, Refused>>((Refused)Refusals.BadRequest);

    public static Task<Results<NoContent, Refused>> Remove(string personId, StaffScope staff, Caller caller, CancellationToken stop) => Change(personId, _ => null, AuditAct.PersonRemoved, null, staff, caller, stop);

    public static Task<Results<NoContent, Refused>> ResetSecondFactor(string personId, StaffScope staff, SecretBox secrets, Caller caller, CancellationToken stop) => Change(personId, account => account with {
        Key = secrets.Seal(account.PersonId, System.Security.Cryptography.RandomNumberGenerator.GetBytes(Totp.KeyLength)), KeyShown = false, KeyStep = 0, RecoveryCodes = [], Failures = 0, LockedUntil = null,
    }, AuditAct.SecondFactorReset, null, staff, caller, stop);

    public static Task<Results<NoContent, Refused>> EndSessions(string personId, StaffScope staff, Caller caller, CancellationToken stop) => Change(personId, account => account, AuditAct.SessionEnded, null, staff, caller, stop);

    public static async Task<Results<NoContent, Refused>> ChooseSecondFactor(SecondFactorChoice choice, StaffScope staff, Caller caller, CancellationToken stop) {
        if (staff.TenantId is not { } tenant) return (Refused)Refusals.SecondFactorFixed;
        while (true) {
            if (await staff.Platform.Documents.Get(Tenant.Kind, tenant, stop) is not { } stored) return (Refused)Refusals.NotFound;
            var batch = staff.Platform.Batch().Replace(stored, stored.Value with { SecondFactor = choice.SecondFactor });
            if (await staff.Commit(batch, new(AuditAct.SecondFactorChosen, caller, tenant, $"{choice.SecondFactor}"), stop) == CommitResult.Committed) return TypedResults.NoContent();
        }
    }

    /// <summary>Whatever changes, her sessions end: what they allowed may not hold any more.</summary>
    /// <param name="change">Null: the account goes.</param>
    private static async Task<Results<NoContent, Refused>> Change(string personId, Func<Account, Account?> change, AuditAct act, string? why, StaffScope staff, Caller caller, CancellationToken stop) {
        while (true) {
            if (await staff.Find(personId, stop) is not { } stored) return (Refused)Refusals.NotFound;
            var changed = change(stored.Value);
            var batch = changed is null ? staff.Platform.Batch().Delete(stored) : staff.Platform.Batch().Replace(stored, changed);
            if (changed?.Role != staff.ManagerRole && stored.Value.Role == staff.ManagerRole) {
                // Of two who remove each other at once, one has to lose: the other's account is part of the commit.
                if ((await staff.People(stop)).FirstOrDefault(p => p.Value.Role == staff.ManagerRole && p.Id != stored.Id) is not { } other) return (Refused)Refusals.LastAdmin;
                batch.Replace(other, other.Value);
            }
            // A lost device may hold her passkeys as well as her codes.
            if (act is AuditAct.PersonRemoved or AuditAct.SecondFactorReset)
                foreach (var passkey in await Passkey.Of(personId, staff.Platform, stop)) batch.Delete(passkey);
            if (act is AuditAct.PersonRemoved)
                foreach (var link in await OrganisationLink.Of(personId, staff.Platform, stop)) batch.Delete(link);
            foreach (var session in (await Session.Of(personId, staff.Platform, stop)).Take(MostSessions)) batch.Delete(session);
            if (await staff.Commit(batch, new(act, caller, personId, why), stop) == CommitResult.Committed) return TypedResults.NoContent();
        }
    }

    private static async Task<SecondFactor> Choice(StaffScope staff, CancellationToken stop) =>
        staff.TenantId is { } tenant && await staff.Platform.Documents.Get(Tenant.Kind, tenant, stop) is { } stored ? stored.Value.SecondFactor : SecondFactor.On;
}
