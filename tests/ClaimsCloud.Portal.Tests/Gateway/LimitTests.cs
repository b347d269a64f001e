using System.Net;
using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway;
using ClaimsCloud.Portal.Tests.Stack;

namespace ClaimsCloud.Portal.Tests.Gateway;

public sealed class LimitTests {
    [Fact]
    public async Task Guessing_one_persons_password_is_slowed_down_and_leaves_others_alone() {
        await using var stack = await GatewayStack.Run(o => o with { Limits = new() { SignInsPerName = 3 } });
        using var visitor = stack.Stranger();
        for (var i = 0; i < 3; i++) Assert.Equal("/", await SignIn(visitor, i % 2 == 0 ? "biller" : " BILLER "));
        Assert.Equal("/sign-in?problem=too-many&to=%2F", await SignIn(visitor, "biller"));
        Assert.Equal("/", await SignIn(visitor, "other"));
    }

    [Fact]
    public async Task Guessing_names_from_one_address_is_slowed_down() {
        await using var stack = await GatewayStack.Run(o => o with { Limits = new() { SignInsPerAddress = 3 } });
        using var visitor = stack.Stranger();
        for (var i = 0; i < 3; i++) Assert.Equal("/", await SignIn(visitor, $"person{i}"));
        Assert.Equal("/sign-in?problem=too-many&to=%2F", await SignIn(visitor, "person3"));
    }

    [Fact]
    public async Task Too_many_calls_get_a_page_that_says_to_wait_and_each_session_counts_for_itself() {
        await using var stack = await GatewayStack.Run(o => o with { Limits = new() { PageCalls = 5 } });
        using var first = await stack.SignedIn();
        for (var i = 0; i < 5; i++) Assert.True(await GatewayStack.LetsIn(first));
        using var answer = await first.Get("/files");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("60", answer.Headers.RetryAfter!.ToString());
        Assert.Contains("1分ほど待って", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var second = await stack.SignedIn();
        Assert.True(await GatewayStack.LetsIn(second));
    }

    [Fact]
    public async Task The_people_of_one_station_together_cannot_use_the_house_up() {
        await using var stack = await GatewayStack.Run(o => o with { Limits = new() { PageCallsPerTenant = 6 } });
        using var first = await stack.SignedIn();
        using var second = await stack.SignedIn();
        for (var i = 0; i < 6; i++) Assert.True(await GatewayStack.LetsIn(i % 2 == 0 ? first : second));
        using var answer = await first.Get("/files");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        using var stranger = stack.Stranger();
        using var page = await stranger.Get("/sign-in");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Guessing_enrolment_codes_is_slowed_down() {
        await using var stack = await GatewayStack.Run(o => o with { Limits = new() { EnrolmentsPerAddress = 2 } });
        using var visitor = stack.Stranger();
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, await Edge(visitor, EdgeRoutes.Enrol, $"{i}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Edge(visitor, EdgeRoutes.Enrol, "other"));
        Assert.Equal(HttpStatusCode.OK, await Edge(visitor, EdgeRoutes.Work, "device"));
    }

    [Fact]
    public async Task A_device_that_runs_wild_is_held_and_its_neighbour_is_not() {
        await using var stack = await GatewayStack.Run(o => o with { Limits = new() { EdgeCallsPerDevice = 2, EdgeCallsPerAddress = 6 } });
        using var visitor = stack.Stranger();
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, await Edge(visitor, EdgeRoutes.Work, "one"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Edge(visitor, EdgeRoutes.Work, "one"));
        Assert.Equal(HttpStatusCode.OK, await Edge(visitor, EdgeRoutes.Work, "two"));
        // A credential that nobody checked yet does not get around the limit of the address.
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++) statuses.Add(await Edge(visitor, EdgeRoutes.Work, $"made-up-{i}"));
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    private static async Task<string> SignIn(Visitor visitor, string login) {
        using var answer = await visitor.SignIn(login, PortalStack.Password);
        return answer.Headers.Location!.ToString();
    }

    private static async Task<HttpStatusCode> Edge(Visitor visitor, string route, string credential) {
        using var answer = await visitor.Send(HttpMethod.Post, "/" + route, null, ("Authorization", "Bearer " + credential));
        return answer.StatusCode;
    }
}
