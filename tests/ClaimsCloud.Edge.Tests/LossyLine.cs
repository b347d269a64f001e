using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Edge.Tests;

/// <summary>A line to the cloud on which requests and answers get lost, by a seed. A lost answer is the hard case: the cloud has done it, the connector does not know.</summary>
internal sealed class LossyLine : IAsyncDisposable {
    private readonly WebApplication _app;
    private readonly HttpClient _cloud = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Random _chance;
    private readonly Uri _target;

    private LossyLine(Uri target, int seed) {
        (_target, _chance) = (target, new Random(seed));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(Forward);
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>Share of calls that are lost, half before and half after the cloud saw them.</summary>
    public double Loss { get; set; } = 0.3;

    public int Lost { get; private set; }

    public static async Task<LossyLine> To(Uri target, int seed) {
        var line = new LossyLine(target, seed);
        await line._app.StartAsync();
        return line;
    }

    public async ValueTask DisposeAsync() {
        await _app.DisposeAsync();
        _cloud.Dispose();
    }

    private async Task Forward(HttpContext context) {
        double luck;
        lock (_chance) luck = _chance.NextDouble();
        if (luck < Loss / 2) {
            Lost++;
            context.Abort();
            return;
        }
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(_target, context.Request.Path + context.Request.QueryString));
        if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0) request.Content = new StreamContent(context.Request.Body);
        foreach (var header in context.Request.Headers)
            if (header.Key is not ("Host" or "Transfer-Encoding") && !request.Headers.TryAddWithoutValidation(header.Key, [.. header.Value])) request.Content?.Headers.TryAddWithoutValidation(header.Key, [.. header.Value]);
        using var answer = await _cloud.SendAsync(request, HttpCompletionOption.ResponseContentRead, context.RequestAborted);
        if (luck < Loss) {
            Lost++;
            context.Abort();
            return;
        }
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Headers.Concat(answer.Content.Headers))
            if (header.Key is not "Transfer-Encoding") context.Response.Headers[header.Key] = header.Value.ToArray();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
