using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsCloud.Application.Tests.Guards;

/// <summary>Walks the endpoint table: no route lets anybody in with a bad token. Roles, tenants and bodies are swept in <see cref="SweepTests"/>.</summary>
public sealed class AccessTests : IAsyncLifetime {
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;

    private static IReadOnlyList<HttpEndpoint> Routes => ClaimsCloudModules.Table().Http;

    private static bool IsOpen(HttpEndpoint route) => route.Access is Access.Credential or Access.Anybody;

    private DateTimeOffset Now => cloud.Time.GetUtcNow();

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        station = await cloud.OpenStation();
    }

    [Fact]
    public void Only_the_public_form_and_what_carries_its_own_credential_is_open() =>
        Assert.Equal(new[] { CaseRoutes.Applications, CaseRoutes.ReadApplication, EdgeRoutes.Enrol, EdgeRoutes.Token, CaseRoutes.FirstPassword }.Order(StringComparer.Ordinal), Routes.Where(IsOpen).Select(r => r.Route).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_route_of_the_contracts_is_in_the_table_and_nothing_else() {
        var declared = new[] { typeof(PortalRoutes), typeof(MonthRoutes), typeof(ClaimBuildRoutes), typeof(CheckRoutes), typeof(EligibilityRoutes), typeof(CareRoutes), typeof(AuditRoutes), typeof(IdentityRoutes), typeof(GrantRoutes), typeof(PrivacyRoutes), typeof(CaseRoutes), typeof(FleetRoutes), typeof(FeatureRoutes), typeof(SupportRoutes), typeof(EdgeRoutes) }.SelectMany(t => t.GetFields())
            .Where(f => f.Name != nameof(EdgeRoutes.AssertionAudience)).Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(declared.Order(StringComparer.Ordinal), Routes.Select(r => r.Route).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_guarded_route_refuses_every_token_that_is_not_for_it() {
        using var device = await station.Device();
        var deviceToken = (await device.Token()).Token;
        foreach (var route in Routes.Where(r => !IsOpen(r))) {
            var (role, tenant) = Proper(route.Access);
            var good = cloud.Tokens.Make(Now, "p", role, tenant);
            await Answers(route, null, 401, "no token");
            await Answers(route, "garbage", 401, "garbage");
            await Answers(route, cloud.Tokens.Make(Now.AddMinutes(-6), "p", role, tenant), 401, "expired");
            await Answers(route, GatewayTokens.WithoutSignature(Now, "p", role, tenant), 401, "alg none");
            await Answers(route, Tampered(good), 401, "tampered");
            await Answers(route, cloud.Tokens.WithOtherKey(Now, "p", role, tenant), 401, "other key");
            await Answers(route, cloud.Tokens.ForAudience("claimscloud-edge", Now, "p", role, tenant), 401, "other audience");
            await Answers(route, cloud.Tokens.FromIssuer("somebody", Now, "p", role, tenant), 401, "other issuer");
            // The refusals above mean something only if the proper caller does get in.
            var status = await Status(route, route.Access == Access.Device ? deviceToken : good);
            Assert.True(status is not 401 and not 403 || route.Access == Access.Gateway, $"{route.Method} {route.Route} refuses its proper caller: {status}");
        }
    }

    [Fact]
    public async Task An_edge_token_ends_after_its_quarter_of_an_hour() {
        using var device = await station.Device();
        using var edge = await device.Client();
        await edge.Work();
        ((ManualTime)cloud.Time).Advance(EdgeTokens.Life);
        Assert.Equal("token-refused", (await edge.PostAsync(EdgeRoutes.Work, null).Refusal()).Code);
    }

    [Theory]
    [InlineData("GET", "no-such-route", "not-found")]
    [InlineData("DELETE", "claim-files", "method-not-allowed")]
    [InlineData("GET", "", "not-found")]
    public async Task What_is_not_in_the_table_does_not_exist_whoever_asks(string method, string route, string code) {
        foreach (var token in (string?[])[null, cloud.Tokens.Make(Now, "p", InternalToken.BillerRole, station.Tenant)]) {
            using var client = cloud.Client(() => token);
            using var request = new HttpRequestMessage(new(method), route);
            Assert.Equal(code, (await client.SendAsync(request).Refusal()).Code);
        }
    }

    [Fact]
    public void Every_route_that_is_mapped_comes_from_the_table_and_has_a_rule() {
        var mapped = cloud.Host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.Equal(["health"], mapped.Where(e => e.Metadata.GetMetadata<HttpEndpoint>() is null).Select(e => e.RoutePattern.RawText));
        Assert.All(mapped.Where(e => e.Metadata.GetMetadata<HttpEndpoint>() is { Access: not (Access.Credential or Access.Anybody) }),
            e => Assert.NotNull(e.Metadata.GetMetadata<IAuthorizeData>()?.Policy));
    }

    [Fact]
    public async Task Health_is_open_and_says_nothing() {
        using var client = cloud.Client();
        Assert.Equal("ok", await client.GetStringAsync("health"));
    }

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    private (string Role, string? Tenant) Proper(Access access) => access switch {
        Access.Desk or Access.Engineer or Access.Granted => (InternalToken.EngineerRole, null),
        Access.Gateway => (InternalToken.GatewayRole, null),
        Access.Pending => (InternalToken.PendingRole, null),
        _ => (InternalToken.AdminRole, station.Tenant),
    };

    private async Task Answers(HttpEndpoint route, string? token, int expected, string why) {
        var status = await Status(route, token);
        Assert.True(status == expected, $"{route.Method} {route.Route} with {why}: {status} instead of {expected}");
    }

    private async Task<int> Status(HttpEndpoint route, string? token) {
        using var client = cloud.Client(() => token);
        using var request = new HttpRequestMessage(new(route.Method), Routing.Fill(route.Route, name => name == "number" ? "1" : "none"));
        if (route.Method == "POST") request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static string Tampered(string token) {
        var parts = token.Split('.');
        var last = parts[2][10] == 'A' ? 'B' : 'A';
        return $"{parts[0]}.{parts[1]}.{parts[2][..10]}{last}{parts[2][11..]}";
    }
}
