using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge;

/// <summary>What the connector says to the cloud and asks of it. Every call may be repeated; errors are those of <see cref="CloudLine"/>.</summary>
internal sealed class CloudLink(CloudLine line) {
    private const int PartSize = 64 << 10;

    /// <param name="mayHold">How long the cloud may hold the line when there is no work.</param>
    public async Task<WorkAnswer> AskForWork(WorkRequest request, TimeSpan mayHold, CancellationToken stop) {
        var answer = await line.Call(_ => new(HttpMethod.Post, EdgeRoutes.Work) { Content = JsonContent.Create(request) }, Read<WorkAnswer>, mayHold, stop);
        line.NoteServerTime(answer.ServerTime);
        return answer;
    }

    /// <summary>Appends the rest of a job's content to a partial file. An error of the disk is an <see cref="IOException"/>, one of the line an outage.</summary>
    public Task Download(string jobId, FileStream into, CancellationToken stop) => line.Call(_ => {
        var request = new HttpRequestMessage(HttpMethod.Get, Route(EdgeRoutes.JobContent, jobId));
        if (into.Length > 0) request.Headers.Range = new RangeHeaderValue(into.Length, null);
        return request;
    }, async (answer, patience) => {
        if (answer.StatusCode != HttpStatusCode.PartialContent) into.SetLength(0);
        into.Seek(0, SeekOrigin.End);
        await using var body = await answer.Content.ReadAsStreamAsync(patience.Token);
        var part = new byte[PartSize];
        for (int read; (read = await Receive(body, part, patience)) > 0;) await into.WriteAsync(part.AsMemory(0, read), stop);
        return into;
    }, TimeSpan.Zero, stop);

    public Task<EdgeReceipt> Report(string jobId, JobEvent happened, CancellationToken stop) =>
        line.Call(_ => new(HttpMethod.Post, Route(EdgeRoutes.JobEvents, jobId)) { Content = JsonContent.Create(happened) }, Read<EdgeReceipt>, TimeSpan.Zero, stop);

    public Task<EdgeReceipt> Upload(string contentKey, string name, string sha256, string path, CancellationToken stop) => line.Call(
        patience => new(HttpMethod.Post, $"{EdgeRoutes.Files.Replace("{contentKey}", contentKey, StringComparison.Ordinal)}?name={Uri.EscapeDataString(name)}&sha256={sha256}") {
            Content = new SpoolContent(File.OpenRead(path), patience),
        }, Read<EdgeReceipt>, TimeSpan.Zero, stop);

    private static string Route(string route, string jobId) => route.Replace("{jobId}", Uri.EscapeDataString(jobId), StringComparison.Ordinal);

    private static async Task<T> Read<T>(HttpResponseMessage answer, Patience patience) =>
        await answer.Content.ReadFromJsonAsync<T>(patience.Token) ?? throw new JsonException("the answer is empty");

    private static async Task<int> Receive(Stream body, byte[] part, Patience patience) {
        try {
            var read = await body.ReadAsync(part, patience.Token);
            patience.Renew();
            return read;
        } catch (IOException e) {
            throw new HttpRequestException("the line broke", e);
        }
    }
}
