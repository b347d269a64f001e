using System.Net;
using ClaimsCloud.Portal.Tests.Stack;

namespace ClaimsCloud.Portal.Tests.Gateway;

public sealed class SessionTests : IAsyncLifetime {
    private GatewayStack stack = null!;

    public async ValueTask InitializeAsync() => stack = await GatewayStack.Run();

    public ValueTask DisposeAsync() => stack.DisposeAsync();

    [Fact]
    public async Task The_cookie_cannot_be_read_by_script_nor_sent_by_another_sites_form() {
        using var visitor = stack.Stranger();
        using var answer = await visitor.SignIn("biller", PortalStack.Password);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Behind_an_ingress_that_ends_tls_the_cookie_is_secure() {
        await using var behind = await GatewayStack.Run(o => o with { KnownProxies = [IPNetwork.Parse("127.0.0.0/8")] });
        using var visitor = behind.Stranger();
        using var form = new FormUrlEncodedContent([new("login", "biller"), new("password", PortalStack.Password)]);
        using var answer = await visitor.Send(HttpMethod.Post, "/session", form, ("X-Forwarded-Proto", "https"), ("Origin", visitor.Origin.Replace("http:", "https:", StringComparison.Ordinal)));
        Assert.Contains("secure", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_is_no_known_proxy_cannot_claim_to_come_over_https() {
        using var visitor = stack.Stranger();
        using var answer = await visitor.Get("/sign-in", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.9"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_session_that_is_used_goes_on_for_twelve_hours_and_no_longer() {
        using var visitor = await stack.SignedIn();
        for (var minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
            stack.Time.Advance(TimeSpan.FromMinutes(20));
            Assert.True(await GatewayStack.LetsIn(visitor), $"after {minutes + 20} minutes");
        }
        stack.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.False(await GatewayStack.LetsIn(visitor));
    }

    [Fact]
    public async Task A_session_ends_half_an_hour_after_its_last_call_and_the_next_page_says_so() {
        using var visitor = await stack.SignedIn();
        stack.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.True(await GatewayStack.LetsIn(visitor));
        stack.Time.Advance(TimeSpan.FromMinutes(31));
        using var answer = await visitor.Get("/files?search=x");
        Assert.Equal("/sign-in?to=%2Ffiles%3Fsearch%3Dx&problem=session-ended", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Signing_out_also_ends_a_copy_of_the_cookie() {
        using var visitor = await stack.SignedIn();
        using var thief = stack.Stranger();
        thief.Cookies.Add(visitor.Cookies.GetAllCookies());
        Assert.True(await GatewayStack.LetsIn(thief));
        using var answer = await visitor.Post("/session/end");
        Assert.Equal("/sign-in?problem=signed-out", answer.Headers.Location!.ToString());
        Assert.False(await GatewayStack.LetsIn(visitor));
        Assert.False(await GatewayStack.LetsIn(thief));
    }

    [Fact]
    public async Task A_cookie_of_another_gateway_opens_nothing() {
        await using var other = await GatewayStack.Run();
        using var visitor = await other.SignedIn();
        using var here = stack.Stranger();
        foreach (Cookie cookie in visitor.Cookies.GetAllCookies()) here.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", stack.Gateway.Address.Host));
        Assert.False(await GatewayStack.LetsIn(here));
    }

    [Fact]
    public async Task A_part_of_a_page_that_finds_no_session_sends_the_whole_page_to_sign_in() {
        using var visitor = stack.Stranger();
        using var answer = await visitor.Get("/files/x?seen=checking", ("HX-Request", "true"), ("HX-Current-URL", $"{visitor.Origin}/files/x"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("/sign-in?to=%2Ffiles%2Fx", Assert.Single(answer.Headers.GetValues("HX-Redirect")));
    }

    [Theory]
    [InlineData("/files/new", "/files/new")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/sign-in?to=/x", "/")]
    [InlineData("", "/")]
    public async Task Sign_in_leads_only_to_pages_of_this_site(string to, string led) {
        using var visitor = stack.Stranger();
        using var answer = await visitor.SignIn("biller", PortalStack.Password, to);
        Assert.Equal(led, answer.Headers.Location!.ToString());
    }
}
