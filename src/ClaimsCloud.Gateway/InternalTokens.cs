using System.Security.Claims;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Gateway;

/// <summary>Makes the token that says inside the house who calls. It lives for two minutes: each call gets a new one.</summary>
internal sealed class InternalTokens : IDisposable {
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);
    private static readonly JsonWebTokenHandler Tokens = new() { SetDefaultTimesOnTokenCreation = false };
    private static readonly string[] OfPerson = [InternalToken.Subject, InternalToken.Tenant, InternalToken.Role, InternalToken.Name, InternalToken.Station, InternalToken.Session];

    private readonly ECDsa key = ECDsa.Create();
    private readonly SigningCredentials credentials;
    private readonly TimeProvider time;

    public InternalTokens(string signingKeyPem, TimeProvider time) {
        key.ImportFromPem(signingKeyPem);
        credentials = new(new ECDsaSecurityKey(key) { CryptoProviderFactory = new() { CacheSignatureProviders = false } }, SecurityAlgorithms.EcdsaSha256);
        this.time = time;
    }

    /// <param name="from">Address of the person's browser.</param>
    public string ForPerson(ClaimsPrincipal person, string from) => Make(OfPerson
        .Select(type => person.FindFirst(type)).OfType<Claim>().ToDictionary(claim => claim.Type, claim => (object)claim.Value), from);

    public string ForGateway(string from) => Make(new() { [InternalToken.Subject] = InternalToken.Issuer, [InternalToken.Role] = InternalToken.GatewayRole }, from);

    public void Dispose() => key.Dispose();

    private string Make(Dictionary<string, object> claims, string from) {
        if (from.Length > 0) claims[InternalToken.From] = from;
        var now = time.GetUtcNow().UtcDateTime;
        return Tokens.CreateToken(new SecurityTokenDescriptor {
            Issuer = InternalToken.Issuer, Audience = InternalToken.Audience, Claims = claims, IssuedAt = now, Expires = now + Life, SigningCredentials = credentials,
        });
    }
}
