using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Edge.Tests;

/// <summary>A line to the cloud on which every n-th call gets lost, in turn before the cloud saw it and after. A lost answer is the hard case: the cloud has done it, the connector does not know.</summary>
internal sealed class LossyLine : IAsyncDisposable {
    private readonly WebApplication _app;
    private readonly HttpClient _cloud = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly int _everyNth;
    private int _calls;
    private readonly Uri _target;

    private LossyLine(Uri target, int everyNth) {
        (_target, _everyNth) = (target, everyNth);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(Forward);
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>Off until the connector is enrolled.</summary>
    public bool IsLosing { get; set; }

    public int Lost { get; private set; }

    public static async Task<LossyLine> To(Uri target, int everyNth) {
        var line = new LossyLine(target, everyNth);
        await line._app.StartAsync();
        return line;
    }

    public async ValueTask DisposeAsync() {
        await _app.DisposeAsync();
        _cloud.Dispose();
    }

    private async Task Forward(HttpContext context) {
        var call = IsLosing ? Interlocked.Increment(ref _calls) : 0;
        var isLost = IsLosing && call % _everyNth == 0;
        var beforeTheCloud = call / _everyNth % 2 == 0;
        if (isLost && beforeTheCloud) {
            Lost++;
            context.Abort();
            return;
        }
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(_target, context.Request.Path + context.Request.QueryString));
        if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0) request.Content = new StreamContent(context.Request.Body);
        foreach (var header in context.Request.Headers)
            if (header.Key is not ("Host" or "Transfer-Encoding") && !request.Headers.TryAddWithoutValidation(header.Key, [.. header.Value])) request.Content?.Headers.TryAddWithoutValidation(header.Key, [.. header.Value]);
        using var answer = await _cloud.SendAsync(request, HttpCompletionOption.ResponseContentRead, context.RequestAborted);
        if (isLost) {
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
