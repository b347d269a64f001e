using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Identity;

/// <summary>Lets one person set her password, once; its id is the account's, so a new one voids the one before. The store only knows the key's hash.</summary>
internal sealed record FirstPassword(string KeyHash, DateTimeOffset Until) {
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);
    public static readonly DocumentIndex<FirstPassword> ByKey = new("key", i => i.KeyHash);
    public static readonly DocumentKind<FirstPassword> Kind = new("first-password", ByKey);

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Adds an invitation to a commit and gives its key, which is shown once.</summary>
    public static async Task<(string Key, DateTimeOffset Until)> Add(Batch batch, string loginName, PlatformScope platform, CancellationToken stop) {
        var (id, key, until) = (Account.IdOf(loginName), platform.Ids.Next(), platform.Now + Life);
        if (await platform.Documents.Get(Kind, id, stop) is { } was) batch.Replace(was, new FirstPassword(HashOf(key), until));
        else batch.Create(Kind, id, new FirstPassword(HashOf(key), until));
        return (key, until);
    }
}
