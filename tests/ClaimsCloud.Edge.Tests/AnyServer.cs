using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Edge.Tests;

/// <summary>Something on the line that is not the cloud: it answers every call in its own way.</summary>
internal sealed class AnyServer : IAsyncDisposable {
    private readonly WebApplication _app;

    private AnyServer(RequestDelegate answer) {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(answer);
    }

    public Uri Address => new(_app.Urls.First());

    public static async Task<AnyServer> Answering(RequestDelegate answer) {
        var server = new AnyServer(answer);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
