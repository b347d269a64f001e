using System.Security.Claims;
using System.Text.Encodings.Web;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Portal.Visits;

internal sealed class GatewayTokenOptions : AuthenticationSchemeOptions {
    public TokenValidationParameters Rules { get; set; } = new();
}

/// <summary>Believes the gateway's token and nothing else, so that a portal that is reached past the gateway shows nothing.</summary>
internal sealed class GatewayToken(IOptionsMonitor<GatewayTokenOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<GatewayTokenOptions>(options, logger, encoder) {
    public new const string Scheme = "gateway-token";
    private const string Prefix = "Bearer ";
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    /// <summary>The token of a call, to be passed on as it came.</summary>
    public static string? Read(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Prefix, StringComparison.Ordinal) ? header[Prefix.Length..] : null;

    public static TokenValidationParameters Only(SecurityKey key, TimeProvider time) => new() {
        ValidIssuer = InternalToken.Issuer,
        ValidAudience = InternalToken.Audience,
        IssuerSigningKey = key,
        ValidAlgorithms = [InternalToken.Algorithm],
        RequireExpirationTime = true,
        LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime,
    };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() {
        if (Read(Request) is not { } token) return AuthenticateResult.NoResult();
        var result = await Tokens.ValidateTokenAsync(token, Options.Rules);
        return result.IsValid
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(result.ClaimsIdentity), GatewayToken.Scheme))
            : AuthenticateResult.Fail("The token was refused.");
    }
}
