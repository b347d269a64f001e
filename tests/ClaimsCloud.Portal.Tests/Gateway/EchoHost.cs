using System.Collections.Concurrent;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Portal.Tests.Gateway;

/// <summary>A server behind the gateway that shows what arrives there. It knows one person.</summary>
internal sealed class EchoHost : IAsyncDisposable {
    public static readonly SignInAnswer Person = new("person-1", "請求 花子", "tenant-1", "いぶき訪問看護ステーション", InternalToken.BillerRole);
    private readonly WebApplication app;
    private readonly TaskCompletionSource letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private EchoHost(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());
    public ConcurrentQueue<(string Method, string Path, IHeaderDictionary Headers)> Arrived { get; } = new();

    public static async Task<EchoHost> Run() {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var host = new EchoHost(builder.Build());
        host.app.Run(async context => {
            host.Arrived.Enqueue((context.Request.Method, context.Request.Path, new HeaderDictionary(context.Request.Headers.ToDictionary())));
            if (context.Request.Path == "/" + PortalRoutes.SignIn) await context.Response.WriteAsJsonAsync(Person with { SessionId = $"session-{host.Arrived.Count}" });
            else {
                if (context.Request.Path == "/held") await host.letGo.Task;
                await context.Response.WriteAsync("echo");
            }
        });
        await host.app.StartAsync();
        return host;
    }

    /// <summary>Calls of <c>/held</c> end.</summary>
    public void LetGo() => letGo.TrySetResult();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
