using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Testing;

/// <summary>For a demo: the second factor of an account that set its own password has a key that everybody knows.</summary>
public static class KnownKey {
    /// <param name="totpKey">Base 32.</param>
    public static async Task Give(string loginName, string totpKey, PlatformScope platform, SecretBox secrets, CancellationToken stop) {
        var stored = await platform.Documents.Get(Account.Kind, Account.IdOf(loginName), stop) ?? throw new ArgumentException($"no account {loginName}", nameof(loginName));
        var account = stored.Value with { Key = secrets.Seal(stored.Value.PersonId, Totp.FromBase32(totpKey)), KeyShown = true };
        if (await platform.Commit(platform.Batch().Replace(stored, account), stop) != CommitResult.Committed) throw new InvalidOperationException($"{loginName} was changed meanwhile");
    }
}
