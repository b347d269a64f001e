using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Identity;

/// <summary>The people of one house, a station or the vendor: whoever holds it reaches no account of another. It is made from a validated token.</summary>
public sealed class StaffScope(PlatformScope platform, TenantId? tenant) {
    private readonly string house = Account.HouseOf(tenant?.Value);

    internal PlatformScope Platform => platform;
    internal string? TenantId => tenant?.Value;
    internal IReadOnlyList<string> Roles => tenant is null ? [InternalToken.EngineerRole, InternalToken.DeskRole] : [InternalToken.AdminRole, InternalToken.BillerRole, InternalToken.NurseRole];
    /// <summary>Who can let others in; somebody of it is always left.</summary>
    internal string ManagerRole => Roles[0];

    internal async Task<IReadOnlyList<Stored<Account>>> People(CancellationToken stop) => await All(Account.Kind, Account.ByHouse, stop);

    internal async Task<IReadOnlyList<Stored<Invitation>>> Invitations(CancellationToken stop) => [.. (await All(Invitation.Kind, Invitation.ByHouse, stop)).Where(i => i.Value.ExpiresAt > platform.Now)];

    internal async Task<Stored<Account>?> Find(string personId, CancellationToken stop) =>
        await Account.Of(personId, platform, stop) is { } account && Account.HouseOf(account.Value.TenantId) == house ? account : null;

    internal Task<CommitResult> Commit(Batch batch, Act act, CancellationToken stop) => platform.Tell(batch, TenantId, act, stop);

    private async Task<List<Stored<T>>> All<T>(DocumentKind<T> kind, DocumentIndex<T> byHouse, CancellationToken stop) where T : class {
        var all = new List<Stored<T>>();
        await foreach (var one in platform.Documents.All(kind, byHouse, IndexRange.Exactly(house), stop)) all.Add(one);
        return all;
    }
}
