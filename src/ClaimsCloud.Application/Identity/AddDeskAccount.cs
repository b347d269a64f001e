using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Identity;

/// <summary>A person of the vendor. Not an endpoint: whoever runs the host calls it.</summary>
public static class AddDeskAccount {
    public static async Task<Outcome<string>> Handle(string loginName, string displayName, string password, string role, string? totpKey, PlatformScope platform, SecretBox secrets, CancellationToken stop) {
        var personId = platform.Ids.Next();
        if (!NewAccounts.IsSound(loginName, displayName, password) || role is not (InternalToken.DeskRole or InternalToken.EngineerRole)) return Refusals.InvalidAccount;
        var account = NewAccounts.Make(personId, loginName, displayName, password, null, role, secrets, totpKey);
        return await platform.Commit(platform.Batch().Create(Account.Kind, Account.IdOf(loginName), account), new Act(AuditAct.AccountMade, Caller.Host, personId, role), stop) == CommitResult.Committed
            ? personId : Refusals.LoginTaken;
    }
}
