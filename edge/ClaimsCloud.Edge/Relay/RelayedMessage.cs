using System.Net;
using System.Text.Json;

namespace ClaimsCloud.Edge.Relay;

/// <summary>A call to the cloud or its answer, as one piece: a line of JSON, then the body.</summary>
/// <param name="Method">Of a request; null in an answer.</param>
/// <param name="Route">Path and query of a request.</param>
/// <param name="Status">Of an answer.</param>
internal sealed record RelayedHead(string? Method, string? Route, int Status, Dictionary<string, string> Headers);

internal static class RelayedMessage {
    private const string Prefix = "/edge/";
    private static readonly string[] Carried = ["Authorization", "Range", "Content-Type", "Date", "Retry-After", "Content-Range"];

    public static async Task<byte[]> Pack(HttpRequestMessage request, CancellationToken stop) =>
        Join(new(request.Method.Method, request.RequestUri!.PathAndQuery, 0, HeadersOf(request.Headers, request.Content)), request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(stop));

    public static async Task<byte[]> Pack(HttpResponseMessage answer, CancellationToken stop) =>
        Join(new(null, null, (int)answer.StatusCode, HeadersOf(answer.Headers, answer.Content)), await answer.Content.ReadAsByteArrayAsync(stop));

    /// <summary>Only what a connector may say to the cloud: the uplink is no way into the internet.</summary>
    /// <exception cref="EnvelopeException">It is no request to an edge route.</exception>
    public static HttpRequestMessage Request(byte[] content, Uri cloud) {
        var (head, body) = Split(content);
        if (head is not { Method: "GET" or "POST", Route: { } route } || !route.StartsWith(Prefix, StringComparison.Ordinal) || route.Contains("..", StringComparison.Ordinal))
            throw new EnvelopeException("this is no call of a connector");
        var request = new HttpRequestMessage(new(head.Method), new Uri(cloud, route));
        if (head.Method == "POST") request.Content = new ByteArrayContent(body);
        foreach (var (name, value) in head.Headers.Where(h => Carried.Contains(h.Key)))
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content?.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public static HttpResponseMessage Answer(byte[] content) {
        var (head, body) = Split(content);
        var answer = new HttpResponseMessage((HttpStatusCode)head.Status) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in head.Headers.Where(h => Carried.Contains(h.Key)))
            if (!answer.Headers.TryAddWithoutValidation(name, value)) answer.Content.Headers.TryAddWithoutValidation(name, value);
        return answer;
    }

    private static Dictionary<string, string> HeadersOf(System.Net.Http.Headers.HttpHeaders headers, HttpContent? content) =>
        headers.Concat(content?.Headers.AsEnumerable() ?? []).Where(h => Carried.Contains(h.Key)).ToDictionary(h => h.Key, h => string.Join(", ", h.Value));

    private static byte[] Join(RelayedHead head, byte[] body) => [.. JsonSerializer.SerializeToUtf8Bytes(head), (byte)'\n', .. body];

    private static (RelayedHead Head, byte[] Body) Split(byte[] content) {
        var end = Array.IndexOf(content, (byte)'\n');
        try {
            var head = end < 0 ? null : JsonSerializer.Deserialize<RelayedHead>(content.AsSpan(0, end));
            return head is { Headers: not null } ? (head, content[(end + 1)..]) : throw new EnvelopeException("there is no message inside");
        } catch (JsonException) {
            throw new EnvelopeException("there is no message inside");
        }
    }
}
