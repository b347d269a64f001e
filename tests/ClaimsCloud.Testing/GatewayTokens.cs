using System.Security.Cryptography;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Contracts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Testing;

/// <summary>Makes the tokens that the gateway makes, good ones and bad ones.</summary>
public sealed class GatewayTokens : IDisposable {
    /// <summary>Where every call comes from.</summary>
    public const string From = "203.0.113.7";
    /// <summary>Under which every browser reaches the gateway.</summary>
    public const string PublicAddress = "https://claims.example.jp";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string PublicKeyPem => key.ExportSubjectPublicKeyInfoPem();

    /// <param name="session">Null: a token as from before there were sessions; the host has nothing to look up.</param>
    public string Make(DateTimeOffset now, string subject, string role, string? tenant, string? session = null) => Make(key, now, Claims(subject, role, tenant, session));

    /// <summary>As <see cref="Make(DateTimeOffset, string, string, string?, string?)"/>, with a key that nobody knows.</summary>
    public string WithOtherKey(DateTimeOffset now, string subject, string role, string? tenant) => Make(otherKey, now, Claims(subject, role, tenant));

    public string ForAudience(string audience, DateTimeOffset now, string subject, string role, string? tenant) => Make(key, now, Claims(subject, role, tenant), audience);

    public string FromIssuer(string issuer, DateTimeOffset now, string subject, string role, string? tenant) => Make(key, now, Claims(subject, role, tenant), issuer: issuer);

    /// <summary>A token that says it needs no signature.</summary>
    public static string WithoutSignature(DateTimeOffset now, string subject, string role, string? tenant) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
        .CreateToken(Descriptor(now, Claims(subject, role, tenant), InternalToken.Audience, InternalToken.Issuer));

    public void Dispose() {
        key.Dispose();
        otherKey.Dispose();
    }

    private static string Make(ECDsa with, DateTimeOffset now, Dictionary<string, object> claims, string audience = InternalToken.Audience, string issuer = InternalToken.Issuer) {
        var descriptor = Descriptor(now, claims, audience, issuer);
        descriptor.SigningCredentials = new(TokenKeys.For(with), SecurityAlgorithms.EcdsaSha256);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    private static SecurityTokenDescriptor Descriptor(DateTimeOffset now, Dictionary<string, object> claims, string audience, string issuer) =>
        new() { Issuer = issuer, Audience = audience, Claims = claims, Expires = now.AddMinutes(5).UtcDateTime };

    private static Dictionary<string, object> Claims(string subject, string role, string? tenant, string? session = null) {
        var claims = new Dictionary<string, object> { [InternalToken.Subject] = subject, [InternalToken.Role] = role, [InternalToken.From] = From, [InternalToken.Address] = PublicAddress };
        if (tenant is not null) claims[InternalToken.Tenant] = tenant;
        if (session is not null) claims[InternalToken.Session] = session;
        return claims;
    }
}
