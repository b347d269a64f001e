using System.Net;
using ClaimsCloud.Contracts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Portal.Tests.Gateway;

/// <summary>What of a call reaches the hosts behind the gateway.</summary>
public sealed class PassingInwardTests : IAsyncLifetime {
    private GatewayStack stack = null!;

    public async ValueTask InitializeAsync() => stack = await GatewayStack.Run();

    public ValueTask DisposeAsync() => stack.DisposeAsync();

    [Fact]
    public async Task The_portal_gets_a_short_token_of_the_session_and_no_identity_that_the_caller_made_up() {
        using var visitor = await stack.SignedIn();
        stack.Behind.Arrived.Clear();
        using var answer = await visitor.Get("/files", ("Authorization", "Bearer forged"), ("X-Tenant", "tenant-2"), ("X-Forwarded-User", "desk"), ("X-Public-Address", "https://evil.example"), ("Accept-Language", "ja"));
        var (_, _, headers) = Assert.Single(stack.Behind.Arrived);

        Assert.Empty(headers.Keys.Except(["Accept-Language", "Authorization", "Host", "traceparent", GatewayHeaders.PublicAddress], StringComparer.OrdinalIgnoreCase));
        Assert.Equal(visitor.Origin, headers[GatewayHeaders.PublicAddress].ToString());
        var token = new JsonWebToken(headers.Authorization.ToString()["Bearer ".Length..]);
        var valid = await new JsonWebTokenHandler().ValidateTokenAsync(token, new() {
            ValidIssuer = InternalToken.Issuer, ValidAudience = InternalToken.Audience, IssuerSigningKey = new ECDsaSecurityKey(stack.Key), ValidAlgorithms = [InternalToken.Algorithm], ValidateLifetime = false,
        });
        Assert.True(valid.IsValid, valid.Exception?.Message);
        Assert.Equal((EchoHost.Person.PersonId, EchoHost.Person.Tenant, EchoHost.Person.Role, EchoHost.Person.DisplayName),
            (token.Subject, token.GetClaim(InternalToken.Tenant).Value, token.GetClaim(InternalToken.Role).Value, token.GetClaim(InternalToken.Name).Value));
        Assert.InRange(token.ValidTo - stack.Time.GetUtcNow().UtcDateTime, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task An_edge_route_gets_the_devices_own_token_and_no_session() {
        using var visitor = await stack.SignedIn();
        stack.Behind.Arrived.Clear();
        using var answer = await visitor.Send(HttpMethod.Post, "/" + EdgeRoutes.Work, null, ("Authorization", "Bearer device"));
        var (_, path, headers) = Assert.Single(stack.Behind.Arrived);
        Assert.Equal("/" + EdgeRoutes.Work, path);
        Assert.Equal("Bearer device", headers.Authorization.ToString());
        Assert.False(headers.ContainsKey("Cookie"));
        Assert.False(headers.ContainsKey(GatewayHeaders.PublicAddress));
    }

    [Theory]
    [InlineData("GET", "/edge/work")]
    [InlineData("DELETE", "/edge/work")]
    [InlineData("POST", "/edge/enrol/more")]
    [InlineData("POST", "/edge/jobs/x/content")]
    [InlineData("GET", "/edge/jobs/x/y/content")]
    [InlineData("GET", "/edge")]
    [InlineData("GET", "/edge/../claim-files")]
    [InlineData("POST", "/edge//work")]
    public async Task Of_the_edge_routes_only_the_listed_ones_pass(string method, string path) {
        using var visitor = stack.Stranger();
        using var answer = await visitor.Send(new HttpMethod(method), path, null, ("Authorization", "Bearer device"));
        Assert.Empty(stack.Behind.Arrived);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_session_nothing_but_the_sign_in_page_and_assets_passes() {
        using var visitor = stack.Stranger();
        foreach (var path in (string[])["/", "/files", "/files/x/original", "/desk", "/rules", "/health/x", "/assetsx", "/sign-in/x"]) {
            using var answer = await visitor.Get(path);
            Assert.StartsWith("/sign-in?to=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
        Assert.Empty(stack.Behind.Arrived);
        Assert.True(await GatewayStack.LetsIn(visitor, "/sign-in"));
        Assert.True(await GatewayStack.LetsIn(visitor, "/assets/css/base.css"));
    }

    [Fact]
    public async Task Forms_are_small_and_only_the_upload_may_be_large() {
        using var visitor = await stack.SignedIn();
        using var large = new ByteArrayContent(new byte[1024 * 1024]);
        using var refused = await visitor.Post("/files/x/seal", large);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        using var again = new ByteArrayContent(new byte[1024 * 1024]);
        using var taken = await visitor.Post("/files", again);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }
}
