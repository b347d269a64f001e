using System.Net.Http.Json;
using System.Security.Cryptography;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Contracts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Testing;

/// <summary>What a connector does towards the cloud, without a connector: key, enrolment, assertions, bearer token.</summary>
public sealed class HarnessDevice(CloudHarness cloud) : IDisposable {
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private int assertions;

    public string DeviceId { get; private set; } = "";
    public string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    public string Sign(byte[] what) => EdgeProof.Sign(key, what);

    public async Task Enrol(string code, string name) {
        using var client = cloud.Client();
        using var answer = await client.PostAsJsonAsync(EdgeRoutes.Enrol, new EnrolRequest(code, PublicKey, name));
        answer.EnsureSuccessStatusCode();
        DeviceId = (await answer.Content.ReadFromJsonAsync<EnrolAnswer>())!.DeviceId;
    }

    /// <summary>An assertion as a connector signs it; each argument can be bent.</summary>
    public string Assertion(TimeSpan? life = null, string audience = EdgeRoutes.AssertionAudience, string? issuer = null, string? jti = null, ECDsa? signer = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor {
            Issuer = issuer ?? DeviceId,
            Audience = audience,
            Claims = new Dictionary<string, object> { ["sub"] = issuer ?? DeviceId, ["jti"] = jti ?? $"{DeviceId}-{Interlocked.Increment(ref assertions)}-{cloud.Time.GetUtcNow().Ticks}" },
            Expires = (cloud.Time.GetUtcNow() + (life ?? TimeSpan.FromMinutes(2))).UtcDateTime,
            SigningCredentials = new(TokenKeys.For(signer ?? key), SecurityAlgorithms.EcdsaSha256),
        });

    public async Task<TokenAnswer> Token() {
        using var client = cloud.Client();
        using var answer = await client.PostAsJsonAsync(EdgeRoutes.Token, new TokenRequest(Assertion()));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<TokenAnswer>())!;
    }

    /// <summary>A client with a token that was fetched now, good for a quarter of an hour.</summary>
    public async Task<HttpClient> Client() {
        var token = await Token();
        return cloud.Client(() => token.Token);
    }

    public void Dispose() => key.Dispose();
}
