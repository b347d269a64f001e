using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Portal.Tests.Stack;

/// <summary>A collector of OpenTelemetry that keeps what is sent to it, as it came over the wire.</summary>
internal sealed class Collector : IAsyncDisposable {
    private readonly WebApplication app;

    private Collector(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());
    public ConcurrentQueue<(string Signal, byte[] Body)> Received { get; } = new();

    public static async Task<Collector> Run() {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = new Collector(builder.Build());
        collector.app.Run(async context => {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            collector.Received.Enqueue((context.Request.Path.ToString().Split('/')[^1], body.ToArray()));
        });
        await collector.app.StartAsync();
        return collector;
    }

    public bool Holds(string signal, ReadOnlySpan<byte> bytes) {
        foreach (var (of, body) in Received)
            if (of == signal && body.AsSpan().IndexOf(bytes) >= 0) return true;
        return false;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
