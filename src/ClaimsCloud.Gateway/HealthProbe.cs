using ClaimsCloud.Gateway.Proxy;

namespace ClaimsCloud.Gateway;

/// <summary>Healthy means: of both hosts behind the door a node answers. The answer names the one that does not, nothing more.</summary>
internal sealed class HealthProbe(Destinations destinations) : IDisposable {
    private readonly HttpClient client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(5) };

    public static async Task<IResult> Handle(HealthProbe probe, CancellationToken stop) => await probe.Missing(stop) is { } missing
        ? TypedResults.Text(missing, statusCode: StatusCodes.Status503ServiceUnavailable)
        : TypedResults.Text("ok");

    public void Dispose() => client.Dispose();

    private async Task<string?> Missing(CancellationToken stop) =>
        !await Answers(destinations.Places.Functions, stop) ? "functions" : !await Answers(destinations.Places.Portal, stop) ? "portal" : null;

    private async Task<bool> Answers(IEnumerable<Uri> nodes, CancellationToken stop) {
        foreach (var node in nodes)
            if (await Answers(node, stop)) return true;
        return false;
    }

    private async Task<bool> Answers(Uri host, CancellationToken stop) {
        try {
            using var answer = await client.GetAsync(new Uri(host, "health"), stop);
            return answer.IsSuccessStatusCode;
        } catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested)) {
            return false;
        }
    }
}
