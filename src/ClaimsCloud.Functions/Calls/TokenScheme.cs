using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Functions.Calls;

internal sealed class TokenOptions : AuthenticationSchemeOptions {
    public TokenValidationParameters Rules { get; set; } = new();
}

/// <summary>Reads a bearer token and believes it only under the scheme's rules. The framework's own handler for this is not obtainable for .NET 10.</summary>
internal sealed class TokenScheme(IOptionsMonitor<TokenOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<TokenOptions>(options, logger, encoder) {
    private const string Prefix = "Bearer ";
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var result = await Tokens.ValidateTokenAsync(header[Prefix.Length..].Trim(), Options.Rules);
        return result.IsValid
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(result.ClaimsIdentity), Scheme.Name))
            : AuthenticateResult.Fail("The token was refused.");
    }

    /// <summary>ES256 with this one key, issuer and audience, and an end that has not come by the host's own clock.</summary>
    public static TokenValidationParameters Only(string issuer, string audience, SecurityKey key, TimeProvider time) => new() {
        ValidIssuer = issuer,
        ValidAudience = audience,
        IssuerSigningKey = key,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => {
            var now = time.GetUtcNow();
            return expires > now.UtcDateTime && (notBefore is null || notBefore <= now.AddSeconds(30).UtcDateTime);
        },
    };
}
