using System.Security.Claims;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>Bearer tokens for the edge routes: made here, checked by the host with <see cref="Key"/>.</summary>
public sealed class EdgeTokens(ECDsa key) {
    public const string Issuer = "claimscloud-functions";
    public const string Audience = "claimscloud-edge-routes";
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public SecurityKey Key { get; } = TokenKeys.For(key);

    internal string Make(string deviceId, string tenantId, DateTimeOffset now) => handler.CreateToken(new SecurityTokenDescriptor {
        Issuer = Issuer,
        Audience = Audience,
        Subject = new ClaimsIdentity([new(InternalToken.Subject, deviceId), new(InternalToken.Tenant, tenantId)]),
        NotBefore = now.UtcDateTime,
        Expires = (now + Life).UtcDateTime,
        SigningCredentials = new(Key, SecurityAlgorithms.EcdsaSha256),
    });
}
