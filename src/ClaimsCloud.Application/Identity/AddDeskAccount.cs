using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Identity;

/// <summary>A person of the vendor's desk. Not an endpoint: whoever runs the host calls it.</summary>
public static class AddDeskAccount {
    public static async Task<Outcome<string>> Handle(string loginName, string displayName, string password, PlatformScope platform, CancellationToken stop) {
        var personId = platform.Ids.Next();
        if (!NewAccounts.IsSound(loginName, displayName, password)) return Refusals.InvalidAccount;
        var account = NewAccounts.Make(personId, loginName, displayName, password, null, InternalToken.DeskRole);
        return await platform.Commit(platform.Batch().Create(Account.Kind, Account.IdOf(loginName), account), new Act(AuditAct.AccountMade, Caller.Host, personId, account.Role), stop) == CommitResult.Committed
            ? personId : Refusals.LoginTaken;
    }
}
