using System.Security.Claims;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway.Guards;
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
    private readonly PublicAddress address;
    private readonly TimeProvider time;

    public InternalTokens(string signingKeyPem, PublicAddress address, TimeProvider time) {
        key.ImportFromPem(signingKeyPem);
        credentials = new(new ECDsaSecurityKey(key) { CryptoProviderFactory = new() { CacheSignatureProviders = false } }, SecurityAlgorithms.EcdsaSha256);
        (this.address, this.time) = (address, time);
    }

    /// <summary>For whoever is signed in.</summary>
    public string ForPerson(HttpContext call) => Make(OfPerson
        .Select(type => call.User.FindFirst(type)).OfType<Claim>().ToDictionary(claim => claim.Type, claim => (object)claim.Value), call);

    public string ForGateway(HttpContext call) => Make(new() { [InternalToken.Subject] = InternalToken.Issuer, [InternalToken.Role] = InternalToken.GatewayRole }, call);

    public void Dispose() => key.Dispose();

    private string Make(Dictionary<string, object> claims, HttpContext call) {
        if (CallLimits.AddressOf(call) is { Length: > 0 } from) claims[InternalToken.From] = from;
        claims[InternalToken.Address] = address.Of(call);
        var now = time.GetUtcNow().UtcDateTime;
        return Tokens.CreateToken(new SecurityTokenDescriptor {
            Issuer = InternalToken.Issuer, Audience = InternalToken.Audience, Claims = claims, IssuedAt = now, Expires = now + Life, SigningCredentials = credentials,
        });
    }
}
