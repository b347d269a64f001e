using ClaimsCloud.Gateway.Guards;
using ClaimsCloud.Gateway.Organisations;
using ClaimsCloud.Gateway.Proxy;
using ClaimsCloud.Gateway.Session;
using ClaimsCloud.Hosting;
using Microsoft.AspNetCore.HttpOverrides;

namespace ClaimsCloud.Gateway;

/// <summary>The only public door. It owns the session, makes the internal token, and lets through what its route table names. It can run in its own process or inside another one.</summary>
public sealed class GatewayHost : IAsyncDisposable {
    private GatewayHost(WebApplication app) => App = app;

    public WebApplication App { get; }

    /// <summary>Where it listens; known once it has started.</summary>
    public Uri Address => new(App.Urls.First());

    public static GatewayHost Build(GatewayOptions options) {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Url).UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodySizes.Form;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        GatewayLog.Configure(builder.Logging, options.Logging);
        builder.AddTelemetry("gateway", options.Collector);
        builder.Services.AddOwnRequestIds();
        builder.Services.AddSingleton(options.Time);
        builder.Services.AddSingleton(new PublicAddress(options.PublicAddress));
        builder.Services.AddSingleton(services => new InternalTokens(options.SigningKeyPem, services.GetRequiredService<PublicAddress>(), options.Time));
        builder.Services.AddSingleton(services => new FunctionsClient(services.GetRequiredService<Destinations>(), services.GetRequiredService<InternalTokens>()));
        builder.Services.AddSingleton(_ => new Providers(options.Organisations, options.Time));
        builder.Services.AddSingleton<HealthProbe>();
        builder.Services.AddSingleton(_ => new SignInLimits(options.Limits));
        builder.Services.AddSession(options);
        builder.Services.AddCallLimits(options.Limits);
        builder.Services.AddProxy(options);

        var app = builder.Build();
        if (options.KnownProxies.Count > 0) app.UseForwardedHeaders(Behind(options.KnownProxies));
        app.UseNamedSpans();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ErrorPages>();
        app.UseMiddleware<SameOriginOnly>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapSession();
        app.MapGet("/health", HealthProbe.Handle).AllowAnonymous();
        app.MapGet(ErrorPages.StylePath, ErrorPages.Style).AllowAnonymous();
        app.Map("/edge/{**rest}", () => TypedResults.NotFound()).AllowAnonymous();
        app.MapReverseProxy();
        return new(app);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static ForwardedHeadersOptions Behind(IReadOnlyList<System.Net.IPNetwork> proxies) {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
        return options;
    }
}
