using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Application.EdgeLink;

public static class TokenKeys {
    /// <summary>
    /// A key for the token library, outside its process-wide cache of signature providers: that one outlives the key, and a second host in the same
    /// process would be given the first one's disposed key.
    /// </summary>
    public static ECDsaSecurityKey For(ECDsa key) => new(key) { CryptoProviderFactory = new() { CacheSignatureProviders = false } };
}
