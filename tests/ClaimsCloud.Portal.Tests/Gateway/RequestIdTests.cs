using System.Net;
using System.Text.RegularExpressions;
using ClaimsCloud.Hosting;
using ClaimsCloud.Portal.Tests.Stack;

namespace ClaimsCloud.Portal.Tests.Gateway;

/// <summary>One number a call, made at the door.</summary>
public sealed partial class RequestIdTests : IAsyncLifetime {
    private const string Chosen = "0af7651916cd43dd8448eb211c80319c";
    private GatewayStack stack = null!;

    public async ValueTask InitializeAsync() => stack = await GatewayStack.Run();

    public ValueTask DisposeAsync() => stack.DisposeAsync();

    [Fact]
    public async Task The_door_makes_the_number_and_the_hosts_behind_it_hear_it() {
        using var visitor = await stack.SignedIn();
        var seen = new HashSet<string>();
        foreach (var path in (string[])["/files", "/months"]) {
            stack.Behind.Arrived.Clear();
            using var answer = await visitor.Get(path, ("traceparent", $"00-{Chosen}-b7ad6b7169203331-01"), ("tracestate", "a=b"), ("baggage", "tenant=other"), (RequestId.Header, Chosen), ("Request-Id", Chosen));
            var number = Assert.Single(answer.Headers.GetValues(RequestId.Header));
            Assert.Matches("^[0-9a-f]{32}$", number);
            Assert.NotEqual(Chosen, number);
            Assert.True(seen.Add(number));
            var (_, _, headers) = Assert.Single(stack.Behind.Arrived);
            Assert.StartsWith($"00-{number}-", headers.TraceParent.ToString(), StringComparison.Ordinal);
            Assert.All((string[])["tracestate", "baggage", "Request-Id", RequestId.Header], name => Assert.False(headers.ContainsKey(name), name));
        }
    }

    [Fact]
    public async Task An_error_page_shows_the_number_of_its_answer() {
        using var visitor = await stack.SignedIn();
        await stack.Behind.DisposeAsync();
        using var answer = await visitor.Get("/files");
        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal(Assert.Single(answer.Headers.GetValues(RequestId.Header)), Number().Match(await answer.Content.ReadAsStringAsync()).Groups["number"].Value);
    }

    [GeneratedRegex("受付番号 <code>(?<number>[0-9a-f]{32})</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
