using System.Net;

namespace ClaimsCloud.Portal.Tests.Gateway;

public sealed class SameOriginTests : IAsyncLifetime {
    private GatewayStack stack = null!;

    public async ValueTask InitializeAsync() => stack = await GatewayStack.Run();

    public ValueTask DisposeAsync() => stack.DisposeAsync();

    public static readonly TheoryData<string, string?, string?> Refused = [
        .. from path in new[] { "/files", "/session", "/session/end", "/connectors/codes" }
           from headers in new (string?, string?)[] {
               (null, null), ("https://evil.example", null), ("null", null), (null, "cross-site"), (null, "same-site"), (null, "none"), ("here", "cross-site"), ("https://evil.example", "same-origin"),
           }
           select (path, headers.Item1, headers.Item2)];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_form_that_did_not_start_here_is_refused(string path, string? origin, string? site) {
        using var visitor = await stack.SignedIn();
        stack.Behind.Arrived.Clear();
        using var answer = await visitor.Send(HttpMethod.Post, path, null, Headers(origin == "here" ? visitor.Origin : origin, site));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("受け付けられません", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(stack.Behind.Arrived);
        Assert.True(await GatewayStack.LetsIn(visitor));
    }

    [Theory]
    [InlineData("here", null)]
    [InlineData(null, "same-origin")]
    [InlineData("here", "same-origin")]
    public async Task A_form_of_our_own_pages_passes(string? origin, string? site) {
        using var visitor = await stack.SignedIn();
        using var answer = await visitor.Send(HttpMethod.Post, "/files/x/seal", null, Headers(origin is null ? null : visitor.Origin, site));
        Assert.Equal("echo", await answer.Content.ReadAsStringAsync());
    }

    private static (string, string)[] Headers(string? origin, string? site) =>
        [.. new (string Name, string? Value)[] { ("Origin", origin), ("Sec-Fetch-Site", site) }.Where(h => h.Value is not null).Select(h => (h.Name, h.Value!))];
}
