using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>A device proves that it holds its key: a short assertion, good once.</summary>
internal static class IssueEdgeToken {
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);
    /// <summary>A device knows the server's clock only as well as it last measured it.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(30);
    private const int JtiLength = 200;

    public static async Task<Results<Ok<TokenAnswer>, Refused>> Handle(TokenRequest request, PlatformScope platform, EdgeTokens tokens, CancellationToken stop) {
        if (Read(request.Assertion) is not { Issuer: { Length: > 0 } deviceId } claimed || claimed.Subject != deviceId || !DocumentLimits.IsId(deviceId)
            || claimed.Id is not { Length: > 0 and <= JtiLength }) return (Refused)Refusals.AssertionRefused;
        if (await platform.Documents.Get(Device.Kind, deviceId, stop) is not { } device) return (Refused)Refusals.AssertionRefused;
        if (!await IsSound(request.Assertion, device.Value.PublicKey, deviceId, platform.Now)) {
            foreach (var former in device.Value.Former)
                if (await IsSound(request.Assertion, former, deviceId, platform.Now)) return (Refused)Refusals.DeviceMoved;
            return (Refused)Refusals.AssertionRefused;
        }
        if (device.Value.RevokedAt is not null) return (Refused)Refusals.DeviceRevoked;

        var used = new UsedAssertion(new DateTimeOffset(claimed.ValidTo, TimeSpan.Zero) + Leeway);
        if (await platform.Commit(platform.Batch().Create(UsedAssertion.Kind, UsedAssertion.IdOf(deviceId, claimed.Id), used), stop) != CommitResult.Committed)
            return (Refused)Refusals.AssertionRefused;
        var now = platform.Now;
        return TypedResults.Ok(new TokenAnswer(tokens.Make(deviceId, device.Value.TenantId, now), now + EdgeTokens.Life, now));
    }

    private static JsonWebToken? Read(string? assertion) {
        try {
            return string.IsNullOrEmpty(assertion) || assertion.Length > 4096 ? null : new JsonWebToken(assertion);
        } catch (Exception e) when (e is ArgumentException or SecurityTokenException) {
            return null;
        }
    }

    private static async Task<bool> IsSound(string assertion, string publicKey, string deviceId, DateTimeOffset now) {
        var key = DeviceKey.SecurityKey(publicKey);
        using var _ = key.ECDsa;
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(assertion, new TokenValidationParameters {
            ValidIssuer = deviceId,
            ValidAudience = EdgeRoutes.AssertionAudience,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) =>
                expires is { } end && end > (now - Leeway).UtcDateTime && end <= (now + LongestLife + Leeway).UtcDateTime
                && (notBefore is not { } begin || begin <= (now + Leeway).UtcDateTime),
        });
        return result.IsValid;
    }
}

/// <summary>An assertion that was good once; kept until it would have ended anyway.</summary>
internal sealed record UsedAssertion(DateTimeOffset ExpiresAt) {
    public static readonly DocumentIndex<UsedAssertion> ByExpiry = new("expires", a => SortKeys.Of(a.ExpiresAt));
    public static readonly DocumentKind<UsedAssertion> Kind = new("used-assertion", ByExpiry);

    public static string IdOf(string deviceId, string jti) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{deviceId}\n{jti}")));
}
