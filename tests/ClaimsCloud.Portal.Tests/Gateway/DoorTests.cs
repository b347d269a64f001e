using System.Net;
using System.Reflection;
using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Portal.Tests.Gateway;

/// <summary>The whole house, seen from outside.</summary>
public sealed class DoorTests(Tour tour) {
    public static readonly TheoryData<string> FunctionsRoutes = 
        [.. new[] { typeof(PortalRoutes), typeof(MonthRoutes), typeof(ClaimBuildRoutes) }.SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => (string)f.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(FunctionsRoutes))]
    public async Task No_route_of_the_functions_host_can_be_called_from_outside(string route) {
        var path = "/" + route.Replace("{fileId}", tour.CleanFile, StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal)
            .Replace("{month}", Tour.Month, StringComparison.Ordinal).Replace("{buildId}", tour.Build[(tour.Build.LastIndexOf('/') + 1)..], StringComparison.Ordinal).Replace("{importId}", tour.Import[(tour.Import.LastIndexOf('/') + 1)..], StringComparison.Ordinal);
        using var tokens = new GatewayTokensOf(tour.Stack.GatewayKeyPem);
        using var stranger = new Visitor(tour.Stack.Address);
        foreach (var visitor in (Visitor[])[stranger, tour.Biller, tour.DeskPerson])
            foreach (var method in (string[])["GET", "POST", "PUT", "DELETE"]) {
                // Even a token that the functions host itself would believe is worth nothing at the door.
                using var answer = await visitor.Send(new HttpMethod(method), path, null, ("Authorization", "Bearer " + tokens.Biller(tour.Stack.Time.GetUtcNow(), tour.Station.Tenant)),
                    ("Origin", visitor.Origin), ("Accept", "application/json"));
                Assert.DoesNotContain("json", answer.Content.Headers.ContentType?.MediaType ?? "", StringComparison.Ordinal);
                Assert.NotEqual("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
            }
        using var inside = new HttpClient(new SocketsHttpHandler()) { BaseAddress = tour.Stack.Functions.Address };
        inside.DefaultRequestHeaders.Authorization = new("Bearer", tokens.Biller(tour.Stack.Time.GetUtcNow(), tour.Station.Tenant));
        using var believed = await inside.GetAsync("/" + PortalRoutes.ClaimFiles);
        Assert.Equal(HttpStatusCode.OK, believed.StatusCode);
    }

    [Fact]
    public async Task The_portal_shows_nothing_to_a_caller_who_went_past_the_gateway() {
        using var other = new GatewayTokens();
        using var past = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = tour.Stack.Portal.Address };
        var now = tour.Stack.Time.GetUtcNow();
        using var mine = new GatewayTokensOf(tour.Stack.GatewayKeyPem);
        foreach (var token in (string?[])[null, "nonsense", other.Make(now, "person", InternalToken.BillerRole, tour.Station.Tenant), mine.Biller(now.AddMinutes(-10), tour.Station.Tenant),
            GatewayTokens.WithoutSignature(now, "person", InternalToken.BillerRole, tour.Station.Tenant)]) {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/files");
            if (token is not null) request.Headers.Authorization = new("Bearer", token);
            using var answer = await past.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/sign-in", 200)]
    [InlineData("/", 302)]
    [InlineData("/edge/nothing", 404)]
    [InlineData("/edge/work", 404)]
    [InlineData("/assets/nothing.css", 404)]
    [InlineData("/health", 200)]
    [InlineData("/session/error.css", 200)]
    public async Task Every_answer_carries_the_security_headers(string path, int status) {
        using var visitor = new Visitor(tour.Stack.Address);
        using var answer = await visitor.Get(path);
        Assert.Equal(status, (int)answer.StatusCode);
        string Header(string name) => string.Join(',', answer.Headers.TryGetValues(name, out var values) ? values : []);
        Assert.Equal("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'", Header("Content-Security-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("no-store", Header("Cache-Control"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task An_unlisted_edge_route_is_answered_for_a_program_and_a_wrong_page_for_a_person() {
        using var visitor = new Visitor(tour.Stack.Address);
        using var edge = await visitor.Get("/edge/nothing");
        Assert.Equal("application/problem+json", edge.Content.Headers.ContentType?.MediaType);
        using var device = await visitor.Send(HttpMethod.Post, "/" + EdgeRoutes.Work, null);
        Assert.Equal(HttpStatusCode.Unauthorized, device.StatusCode);
        using var page = await tour.Biller.Get("/nothing");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("ページが見つかりません", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
