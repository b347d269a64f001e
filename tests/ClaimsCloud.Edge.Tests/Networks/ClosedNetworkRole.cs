using System.Net.Http.Json;
using ClaimsCloud.Testing.OnlineClaims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Edge.Tests.Networks;

/// <summary>
/// オンライン請求 in the closed network, and the person who carries the files of a terminal to it and back. They speak plain HTTP: what a capture of the line must not show
/// is then everything they say.
/// </summary>
internal static class ClosedNetworkRole {
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenBlocks = TimeSpan.FromMilliseconds(40);
    private const int Blocks = 50;

    /// <param name="folder">Gets <c>received</c>: the hashes of all that arrived whole.</param>
    public static async Task<int> Serve(string folder, string url, CancellationToken stop) {
        var terminal = new Terminal("端末", Directory.CreateDirectory(Path.Combine(folder, "uploads")).FullName, Directory.CreateDirectory(Path.Combine(folder, "lists")).FullName);
        var system = new OnlineClaimsSystem(TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapPost("/upload", async (HttpRequest request) => {
            var path = Path.Combine(terminal.Out, Path.GetRandomFileName());
            await using (var file = File.Create(path)) await request.Body.CopyToAsync(file, request.HttpContext.RequestAborted);
            var received = system.Upload(terminal, path);
            await File.AppendAllTextAsync(Path.Combine(folder, "received"), received.Sha256 + "\n", request.HttpContext.RequestAborted);
            system.SaveAcceptanceList(received);
            if (system.Confirm(received)) system.SaveConfirmationList(received);
            return Results.Json(Directory.GetFiles(terminal.In).ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes));
        });
        await app.StartAsync(stop);
        await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        return 0;
    }

    /// <summary>Uploads slowly, so that a line can be cut in the middle, and again when it broke: the portal counts only what came whole.</summary>
    /// <param name="folder">Gets <c>uploading</c> while bytes are on their way.</param>
    public static async Task<int> Carry(string folder, Terminal terminal, Uri closedNetwork, CancellationToken stop) {
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = closedNetwork, Timeout = TimeSpan.FromSeconds(10) };
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (!stop.IsCancellationRequested) {
            foreach (var path in OnlineClaimsSystem.Placed(terminal).Where(p => !done.Contains(p))) {
                try {
                    using var answer = await http.PostAsync("upload", new SlowContent(await File.ReadAllBytesAsync(path, stop), Path.Combine(folder, "uploading")), stop);
                    var lists = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Dictionary<string, byte[]>>(stop))!;
                    foreach (var (name, bytes) in lists.Where(l => !File.Exists(Path.Combine(terminal.In, l.Key)))) await File.WriteAllBytesAsync(Path.Combine(terminal.In, name), bytes, stop);
                    done.Add(path);
                } catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested) {
                    await File.AppendAllTextAsync(Path.Combine(folder, "broken"), "1\n", stop);
                }
            }
            await Task.Delay(Look, stop);
        }
        return 0;
    }

    private sealed class SlowContent(byte[] bytes, string mark) : HttpContent {
        protected override bool TryComputeLength(out long length) {
            length = bytes.Length;
            return true;
        }

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) {
            await File.WriteAllTextAsync(mark, "");
            foreach (var block in bytes.Chunk(Math.Max(1, bytes.Length / Blocks))) {
                await stream.WriteAsync(block);
                await stream.FlushAsync();
                await Task.Delay(BetweenBlocks);
            }
            File.Delete(mark);
        }
    }
}
