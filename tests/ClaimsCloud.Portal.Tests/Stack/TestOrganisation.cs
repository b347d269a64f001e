using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Gateway.Organisations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Portal.Tests.Stack;

/// <summary>An OpenID Connect provider on a port of its own, with its own key, that checks what it is asked and can be told to answer wrongly.</summary>
internal sealed class TestOrganisation : IAsyncDisposable {
    public const string ClientId = "claims-cloud", Secret = "a secret of the client";
    private readonly ConcurrentDictionary<string, IQueryCollection> codes = new();
    private readonly WebApplication app;
    private readonly TimeProvider time;
    private RSA key = RSA.Create(2048);
    private RSA? published;

    private TestOrganisation(WebApplication app, TimeProvider time) => (this.app, this.time) = (app, time);

    public Uri Issuer => new(app.Urls.First());
    /// <summary>Houses whose people may come from here.</summary>
    public List<string> Tenants { get; } = [];
    public string Subject { get; set; } = "subject-1";
    /// <summary>What it says instead of the truth.</summary>
    public Dictionary<string, object> Lies { get; } = [];
    public TimeSpan Life { get; set; } = TimeSpan.FromMinutes(5);
    public string Audience { get; set; } = ClientId;
    public Func<RSA, SigningCredentials?> Signs { get; set; } = key => new(new RsaSecurityKey(key) { KeyId = IdOf(key) }, SecurityAlgorithms.RsaSha256);
    public bool TakesACodeTwice { get; set; }
    public int KeysRead { get; private set; }

    public static async Task<TestOrganisation> Run(TimeProvider time) {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var organisation = new TestOrganisation(builder.Build(), time);
        organisation.app.MapGet("/.well-known/openid-configuration", () => TypedResults.Json(new Dictionary<string, string> {
            ["issuer"] = organisation.Issuer.OriginalString, ["authorization_endpoint"] = $"{organisation.Issuer}authorize?tenant=a", ["token_endpoint"] = $"{organisation.Issuer}token", ["jwks_uri"] = $"{organisation.Issuer}keys",
        }));
        organisation.app.MapGet("/keys", () => TypedResults.Json(organisation.Keys()));
        organisation.app.MapGet("/authorize", (HttpRequest request) => TypedResults.Redirect(organisation.Approve(request.Query)));
        organisation.app.MapPost("/token", async (HttpRequest request) => organisation.Token(await request.ReadFormAsync()));
        await organisation.app.StartAsync();
        return organisation;
    }

    public Organisation Setting(string id = "aoba", string[]? amr = null, CountsAsSecondFactor counts = CountsAsSecondFactor.WhenItSaysSo) =>
        new(id, "あおば会のアカウント", Issuer, ClientId, Secret, Tenants) { Amr = amr ?? [], SecondFactor = counts };

    /// <summary>Its person signs in there; answers the address to which the browser is sent back.</summary>
    public string SignIn(Uri asked) {
        Assert.Equal((Issuer.Authority, "/authorize"), (asked.Authority, asked.AbsolutePath));
        return Approve(new QueryCollection(QueryHelpers.ParseQuery(asked.Query)));
    }

    /// <summary>From now on it signs with a key that it did not show before.</summary>
    public void RollOver() => key = RSA.Create(2048);

    /// <summary>It signs with a key that it shows to nobody.</summary>
    public void SignWithAHiddenKey() => (published, key) = (key, RSA.Create(2048));

    public async ValueTask DisposeAsync() {
        await app.DisposeAsync();
        key.Dispose();
        published?.Dispose();
    }

    private static string IdOf(RSA key) => Base64UrlEncoder.Encode(SHA256.HashData(key.ExportRSAPublicKey()));

    private object Keys() {
        KeysRead++;
        var shown = (published ?? key).ExportParameters(false);
        return new { keys = new[] { new { kty = "RSA", use = "sig", kid = IdOf(published ?? key), n = Base64UrlEncoder.Encode(shown.Modulus), e = Base64UrlEncoder.Encode(shown.Exponent) } } };
    }

    private string Approve(IQueryCollection asked) {
        Assert.Equal(("code", ClientId, "S256", "openid profile"), (asked["response_type"].ToString(), asked["client_id"].ToString(), asked["code_challenge_method"].ToString(), asked["scope"].ToString()));
        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16));
        codes[code] = asked;
        return QueryHelpers.AddQueryString(asked["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"].ToString() });
    }

    private IResult Token(IFormCollection form) {
        var code = form["code"].ToString();
        if (!codes.TryGetValue(code, out var asked) || form["client_id"] != ClientId || form["client_secret"] != Secret || form["grant_type"] != "authorization_code" || form["redirect_uri"] != asked["redirect_uri"]
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked["code_challenge"]) return TypedResults.BadRequest(new { error = "invalid_grant" });
        if (!TakesACodeTwice) codes.TryRemove(code, out _);
        var claims = new Dictionary<string, object> { ["sub"] = Subject, ["nonce"] = asked["nonce"].ToString(), ["preferred_username"] = "hanako@aoba.example.jp" };
        foreach (var (name, lie) in Lies) claims[name] = lie;
        var now = time.GetUtcNow().UtcDateTime;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor {
            Issuer = claims.Remove("iss", out var issuer) ? (string)issuer : Issuer.OriginalString, Audience = Audience, Claims = claims, IssuedAt = now, Expires = now + Life, SigningCredentials = Signs(key),
        });
        return TypedResults.Json(new Dictionary<string, string> { ["id_token"] = token, ["access_token"] = "not asked for", ["token_type"] = "Bearer" });
    }
}
