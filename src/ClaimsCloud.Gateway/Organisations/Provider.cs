using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Gateway.Organisations;

/// <summary>
/// One organisation's OpenID Connect provider: what it says of itself, the code for a token, and whether the token is to be believed. Its keys change; a token under a key that is not known
/// has them read again, not more often than once a minute.
/// </summary>
internal sealed class Provider(Organisation organisation, TimeProvider time) : IDisposable {
    private const int LongestAnswer = 1024 * 1024;
    private const int LongestSubject = 255;
    private static readonly TimeSpan Keep = TimeSpan.FromHours(12), NotSooner = TimeSpan.FromMinutes(1), Skew = TimeSpan.FromMinutes(2);
    private static readonly string[] Algorithms = [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512];
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    // No redirects: an answer leads nowhere but where the configuration says.
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = LongestAnswer };
    private readonly SemaphoreSlim reading = new(1, 1);
    private Said? known;

    public Organisation Organisation => organisation;

    /// <summary>Where the browser goes to sign in there.</summary>
    public async Task<string> SignInAddress(OrganisationTry begun, string comeBack, CancellationToken stop) {
        var said = await Ask(time.GetUtcNow() - Keep, stop);
        var query = new List<(string Name, string Value)> {
            ("response_type", "code"), ("response_mode", "query"), ("client_id", organisation.ClientId), ("redirect_uri", comeBack), ("scope", "openid profile"), ("state", begun.State), ("nonce", begun.Nonce),
            ("code_challenge", Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(begun.Verifier)))), ("code_challenge_method", "S256"),
        };
        // Whoever links an account has to see which one it is.
        if (begun.SessionId is not null) query.Add(("prompt", "select_account"));
        return $"{said.SignIn}{(said.SignIn.Query.Length > 0 ? '&' : '?')}{string.Join('&', query.Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value)}"))}";
    }

    /// <summary>Who came back; null when the provider does not take the code or its token is not to be believed. An outage throws.</summary>
    public async Task<OrganisationClaims?> Redeem(string code, OrganisationTry begun, string comeBack, CancellationToken stop) {
        var said = await Ask(time.GetUtcNow() - Keep, stop);
        var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = comeBack, ["client_id"] = organisation.ClientId, ["code_verifier"] = begun.Verifier };
        if (organisation.ClientSecret is { } secret) form["client_secret"] = secret;
        using var content = new FormUrlEncodedContent(form);
        using var answer = await client.PostAsync(said.Token, content, stop);
        if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized) return null;
        using var body = Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(stop));
        return Text(body.RootElement, "id_token") is { } token ? await Believe(token, begun.Nonce, stop) : null;
    }

    public void Dispose() {
        client.Dispose();
        reading.Dispose();
    }

    private async Task<OrganisationClaims?> Believe(string token, string nonce, CancellationToken stop) {
        var result = await Tokens.ValidateTokenAsync(token, Rules(await Ask(time.GetUtcNow() - Keep, stop)));
        if (!result.IsValid && result.Exception is SecurityTokenSignatureKeyNotFoundException)
            result = await Tokens.ValidateTokenAsync(token, Rules(await Ask(time.GetUtcNow() - NotSooner, stop)));
        if (!result.IsValid || result.SecurityToken is not JsonWebToken { Subject: { Length: > 0 and <= LongestSubject } subject } jwt) return null;
        if (!jwt.TryGetPayloadValue<string>("nonce", out var told) || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(told), Encoding.UTF8.GetBytes(nonce))) return null;
        // A token for several is meant for us only when it was given to us.
        if ((jwt.Audiences.Skip(1).Any() || jwt.TryGetPayloadValue<string>("azp", out _)) && (!jwt.TryGetPayloadValue<string>("azp", out var party) || party != organisation.ClientId)) return null;
        var name = jwt.TryGetPayloadValue<string>("preferred_username", out var user) ? user : jwt.TryGetPayloadValue<string>("email", out var mail) ? mail : jwt.TryGetPayloadValue<string>("name", out var called) ? called : "";
        return new(subject, name, AskedForTwo(result));
    }

    private bool AskedForTwo(TokenValidationResult result) => organisation.SecondFactor == CountsAsSecondFactor.Always
        || result.ClaimsIdentity.FindAll("amr").Any(claim => organisation.Amr.Contains(claim.Value, StringComparer.Ordinal))
        || result.ClaimsIdentity.FindAll("acr").Any(claim => organisation.Acr.Contains(claim.Value, StringComparer.Ordinal));

    private TokenValidationParameters Rules(Said said) => new() {
        ValidIssuer = organisation.Issuer.OriginalString,
        ValidAudience = organisation.ClientId,
        IssuerSigningKeys = said.Keys,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => {
            var now = time.GetUtcNow();
            return expires > (now - Skew).UtcDateTime && (notBefore is null || notBefore <= (now + Skew).UtcDateTime);
        },
    };

    /// <param name="notBefore">Read again when what is known is older.</param>
    private async Task<Said> Ask(DateTimeOffset notBefore, CancellationToken stop) {
        if (known is { } fresh && fresh.At > notBefore) return fresh;
        await reading.WaitAsync(stop);
        try {
            if (known is { } meanwhile && meanwhile.At > notBefore) return meanwhile;
            using var settings = Parse(await client.GetByteArrayAsync(organisation.Metadata ?? new Uri(organisation.Issuer.OriginalString.TrimEnd('/') + "/.well-known/openid-configuration"), stop));
            var issuer = Text(settings.RootElement, "issuer");
            if (issuer != organisation.Issuer.OriginalString) throw new HttpRequestException($"Organisation {organisation.Id} says that it is another issuer.");
            var keys = new JsonWebKeySet(Encoding.UTF8.GetString(await client.GetByteArrayAsync(Address(settings.RootElement, "jwks_uri"), stop)));
            // Only public keys that sign: a symmetric one in that list would be known to everybody.
            return known = new(Address(settings.RootElement, "authorization_endpoint"), Address(settings.RootElement, "token_endpoint"), [.. keys.GetSigningKeys().Where(k => k is AsymmetricSecurityKey or JsonWebKey { Kty: "RSA" or "EC" })], time.GetUtcNow());
        } finally {
            reading.Release();
        }
    }

    private Uri Address(JsonElement settings, string name) =>
        Uri.TryCreate(Text(settings, name), UriKind.Absolute, out var address) && Organisation.IsSafe(address) ? address : throw new HttpRequestException($"Organisation {organisation.Id} names no safe {name}.");

    private static JsonDocument Parse(byte[] body) {
        try {
            return JsonDocument.Parse(body);
        } catch (JsonException e) {
            throw new HttpRequestException("An organisation's answer is no JSON.", e);
        }
    }

    private static string? Text(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Said(Uri SignIn, Uri Token, IReadOnlyList<SecurityKey> Keys, DateTimeOffset At);
}

/// <param name="Account">What the organisation calls the account; empty when it says nothing.</param>
/// <param name="AskedForTwo">It asked for a second factor.</param>
internal sealed record OrganisationClaims(string Subject, string Account, bool AskedForTwo);
