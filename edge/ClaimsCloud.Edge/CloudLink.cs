using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge;

/// <summary>What the connector says to the cloud and asks of it. Every call may be repeated; errors are those of <see cref="CloudLine"/>.</summary>
internal sealed class CloudLink(CloudLine line) {
    private const int BlockSize = 64 << 10;

    /// <param name="mayHold">How long the cloud may hold the line when there is no work.</param>
    public async Task<WorkAnswer> AskForWork(WorkRequest request, TimeSpan mayHold, CancellationToken stop) {
        var answer = await line.Call(_ => new(HttpMethod.Post, EdgeRoutes.Work) { Content = JsonContent.Create(request) }, Read<WorkAnswer>, mayHold, stop);
        line.NoteServerTime(answer.ServerTime);
        if (answer.Jobs is null || answer.Jobs.Any(j => j is not { JobId: not null, Folder: not null, FileName: not null, Sha256: not null, Size: > 0 }))
            throw new HttpRequestException("this is not the cloud's answer");
        return answer.Offer is null or { ReleaseId: not null, Size: > 0, Release: { Version: not null, Runtime: not null, Sha256: not null, Signature: not null, Approvals: not null } } ? answer
            : throw new HttpRequestException("this is not the cloud's answer");
    }

    /// <summary>Appends the next piece of a job's content, or of a release's program, to a partial file. An error of the disk is an <see cref="IOException"/>, one of the line an outage.</summary>
    public async Task Download(string route, string id, FileStream into, CancellationToken stop) {
        var before = into.Length;
        await line.Call(_ => {
            var request = new HttpRequestMessage(HttpMethod.Get, Route(route, id));
            request.Headers.Range = new RangeHeaderValue(before, before + FileProgress.LargestPart - 1);
            return request;
        }, async (answer, patience) => {
            if (answer.StatusCode != HttpStatusCode.PartialContent) into.SetLength(0);
            into.Seek(0, SeekOrigin.End);
            await using var body = await answer.Content.ReadAsStreamAsync(patience.Token);
            var block = new byte[BlockSize];
            for (int read; (read = await Receive(body, block, patience)) > 0;) await into.WriteAsync(block.AsMemory(0, read), stop);
            await into.FlushAsync(stop);
            return into;
        }, TimeSpan.Zero, stop);
        if (into.Length <= before) throw new HttpRequestException("the cloud sent nothing");
    }

    public async Task<EdgeReceipt> Report(string jobId, JobEvent happened, CancellationToken stop) =>
        Sound(await line.Call(_ => new(HttpMethod.Post, Route(EdgeRoutes.JobEvents, jobId)) { Content = JsonContent.Create(happened) }, Read<EdgeReceipt>, TimeSpan.Zero, stop));

    /// <summary>A small file goes in one call, a large one in parts; what the cloud has of it already is not sent again.</summary>
    public async Task<EdgeReceipt> Upload(CollectedFile file, string path, string proof, CancellationToken stop) {
        var size = new FileInfo(path).Length;
        if (size <= FileProgress.LargestPart) return Sound(await Send<EdgeReceipt>($"{Route(EdgeRoutes.Files, file.Key)}{Query(file, proof)}", path, 0, size, stop));

        var progress = await line.Call(_ => new(HttpMethod.Get, Route(EdgeRoutes.FileProgress, file.Key)), Read<FileProgress>, TimeSpan.Zero, stop);
        while (progress.Receipt is null && progress.Received < size) {
            var at = progress.Received;
            var part = $"{Route(EdgeRoutes.FileParts, file.Key)}?offset={at}&size={size}&sha256={file.Sha256}";
            progress = await Send<FileProgress>(part, path, at, Math.Min(FileProgress.LargestPart, size - at), stop);
            if (progress.Receipt is null && progress.Received <= at) throw new HttpRequestException("the cloud does not take the file");
        }
        return Sound(progress.Receipt ?? await line.Call(_ => new(HttpMethod.Post, $"{Route(EdgeRoutes.FileEnd, file.Key)}{Query(file, proof)}"), Read<EdgeReceipt>, TimeSpan.Zero, stop));
    }

    public Task<EnrolAnswer> ReplaceKey(NewKeyRequest request, CancellationToken stop) =>
        line.Call(_ => new(HttpMethod.Post, EdgeRoutes.Keys) { Content = JsonContent.Create(request) }, Read<EnrolAnswer>, TimeSpan.Zero, stop);

    private Task<T> Send<T>(string route, string path, long offset, long length, CancellationToken stop) =>
        line.Call(patience => new(HttpMethod.Post, route) { Content = new SpoolContent(path, offset, length, patience) }, Read<T>, TimeSpan.Zero, stop);

    private static string Query(CollectedFile file, string proof) => $"?name={Uri.EscapeDataString(file.Name)}&sha256={file.Sha256}&proof={Uri.EscapeDataString(proof)}";

    private static string Route(string route, string id) =>
        $"{route[..route.IndexOf('{', StringComparison.Ordinal)]}{Uri.EscapeDataString(id)}{route[(route.IndexOf('}', StringComparison.Ordinal) + 1)..]}";

    /// <summary>A captive portal may answer 200 and JSON as well.</summary>
    private static EdgeReceipt Sound(EdgeReceipt receipt) => string.IsNullOrEmpty(receipt.ReceiptId) ? throw new HttpRequestException("this is not the cloud's answer") : receipt;

    private static async Task<T> Read<T>(HttpResponseMessage answer, Patience patience) =>
        await answer.Content.ReadFromJsonAsync<T>(patience.Token) ?? throw new JsonException("the answer is empty");

    private static async Task<int> Receive(Stream body, byte[] block, Patience patience) {
        try {
            var read = await body.ReadAsync(block, patience.Token);
            patience.Renew();
            return read;
        } catch (IOException e) {
            throw new HttpRequestException("the line broke", e);
        }
    }
}
