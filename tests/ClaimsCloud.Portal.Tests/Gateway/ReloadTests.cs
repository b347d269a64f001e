using System.Net;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Portal.Tests.Gateway;

/// <summary>The hosts behind the door move while people and connectors call: no call is lost.</summary>
public sealed class ReloadTests : IAsyncLifetime {
    private readonly TemporaryFolder folder = new();
    private EchoHost first = null!;
    private EchoHost second = null!;
    private GatewayStack stack = null!;

    private string PlacesFile => Path.Combine(folder.Path, "places.json");

    public async ValueTask InitializeAsync() {
        (first, second) = (await EchoHost.Run(), await EchoHost.Run());
        Say(first.Address);
        stack = await GatewayStack.Run(options => options with { DestinationsFile = PlacesFile, Limits = new() { PageCalls = 1_000_000, PageCallsPerTenant = 1_000_000 } });
    }

    public async ValueTask DisposeAsync() {
        await stack.DisposeAsync();
        await first.DisposeAsync();
        await second.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Calls_under_way_end_where_they_began_and_the_next_ones_go_to_the_new_place() {
        using var visitor = await stack.SignedIn();
        // Stays open in the first host until the test lets it end.
        var held = visitor.Get("/held");
        await Eventually.Holds("the long call has arrived", () => Task.FromResult(first.Arrived.Any(a => a.Path == "/held")));
        using var done = new CancellationTokenSource();
        var stream = Task.Run(async () => {
            var answers = new List<HttpStatusCode>();
            using var other = await stack.SignedIn();
            while (!done.IsCancellationRequested) {
                using var answer = await other.Get("/files");
                answers.Add(answer.StatusCode);
            }
            return answers;
        });
        Say(second.Address);
        await Eventually.Holds("calls go to the second host", () => Task.FromResult(second.Arrived.Any(a => a.Path == "/files")));
        first.Arrived.Clear();
        Assert.True(await GatewayStack.LetsIn(visitor));
        Assert.Empty(first.Arrived);
        await done.CancelAsync();
        var statuses = await stream;
        Assert.True(statuses.Count > 0);
        Assert.All(statuses, s => Assert.Equal(HttpStatusCode.OK, s));
        Assert.False(held.IsCompleted);
        first.LetGo();
        using var ended = await held;
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"portal\":[],\"functions\":[]}")]
    [InlineData("{\"portal\":[\"ftp://a\"],\"functions\":[\"http://b\"]}")]
    [InlineData("{\"functions\":[\"http://b\"]}")]
    public async Task A_file_that_says_nothing_usable_changes_nothing(string text) {
        await File.WriteAllTextAsync(PlacesFile, text);
        using var visitor = await stack.SignedIn();
        Assert.True(await GatewayStack.LetsIn(visitor));
        // The watch goes on behind it.
        Say(second.Address);
        await Eventually.Holds("calls go to the second host", async () => await GatewayStack.LetsIn(visitor) && second.Arrived.Any(a => a.Path == "/files"));
    }

    [Fact]
    public async Task Of_two_nodes_the_one_that_does_not_answer_is_left_out() {
        Say(first.Address, second.Address);
        using var visitor = await stack.SignedIn();
        await Eventually.Holds("both are asked", async () => await GatewayStack.LetsIn(visitor) && first.Arrived.Any(a => a.Path == "/files") && second.Arrived.Any(a => a.Path == "/files"));
        await first.DisposeAsync();
        await Eventually.Holds("twenty calls in a row are answered", async () => {
            for (var call = 0; call < 20; call++)
                if (!await GatewayStack.LetsIn(visitor)) return false;
            return true;
        });
        using var again = await stack.SignedIn();
        Assert.True(await GatewayStack.LetsIn(again));
    }

    /// <summary>As an operator writes it: the file is there whole or not at all.</summary>
    private void Say(params Uri[] nodes) {
        var list = string.Join(',', nodes.Select(n => $"\"{n}\""));
        File.WriteAllText(PlacesFile + ".new", $"{{\"portal\":[{list}],\"functions\":[{list}]}}");
        File.Move(PlacesFile + ".new", PlacesFile, overwrite: true);
    }
}
