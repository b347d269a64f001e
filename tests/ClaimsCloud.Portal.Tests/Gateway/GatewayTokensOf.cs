using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Portal.Tests.Gateway;

/// <summary>Tokens made with the gateway's own key: what a thief of the key could make.</summary>
internal sealed class GatewayTokensOf : IDisposable {
    private readonly ECDsa key = ECDsa.Create();

    public GatewayTokensOf(string pem) => key.ImportFromPem(pem);

    public string Biller(DateTimeOffset now, string tenant) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor {
        Issuer = InternalToken.Issuer, Audience = InternalToken.Audience, Expires = now.AddMinutes(2).UtcDateTime,
        Claims = new Dictionary<string, object> { [InternalToken.Subject] = "person", [InternalToken.Role] = InternalToken.BillerRole, [InternalToken.Tenant] = tenant },
        SigningCredentials = new(new ECDsaSecurityKey(key) { CryptoProviderFactory = new() { CacheSignatureProviders = false } }, SecurityAlgorithms.EcdsaSha256),
    });

    public void Dispose() => key.Dispose();
}
