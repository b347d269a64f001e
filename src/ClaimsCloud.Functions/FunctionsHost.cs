using System.Security.Cryptography;
using ClaimsCloud.Application;
using ClaimsCloud.Application.Desk;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Stations;
using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Functions.Calls;
using ClaimsCloud.Functions.Work;
using ClaimsCloud.Messages.RabbitMq;
using ClaimsCloud.Storage.Embedded;

namespace ClaimsCloud.Functions;

/// <summary>
/// The host of every HTTP, message and timer endpoint, standalone, over embedded stores or others. It can run in its own process or inside another one.
/// The stores and what opens them stay in here: nothing in DI can reach a tenant that its token does not name.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable {
    private readonly IStores stores;
    private readonly ECDsa edgeTokenKey;
    private readonly ECDsa gatewayKey;
    private readonly PlatformScope platform;

    private FunctionsHost(WebApplication app, IStores stores, PlatformScope platform, ECDsa edgeTokenKey, ECDsa gatewayKey) =>
        (App, this.stores, this.platform, this.edgeTokenKey, this.gatewayKey) = (app, stores, platform, edgeTokenKey, gatewayKey);

    public WebApplication App { get; }

    /// <summary>Where it listens; known once it has started.</summary>
    public Uri Address => new(App.Urls.First());

    public static FunctionsHost Build(FunctionsOptions options) {
        var (table, signal, bell) = (ClaimsCloudModules.Table(), new OutboxSignal(), new JobBell());
        var (gateway, edgeKey) = (ECDsa.Create(), ECDsa.Create());
        gateway.ImportFromPem(options.GatewayPublicKeyPem);
        edgeKey.ImportFromPem(options.EdgeTokenKeyPem);
        var tokens = new EdgeTokens(edgeKey);

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Url);
        RequestLog.Configure(builder.Logging, options.Logging);
        builder.Services.AddCalls(options.Time, gateway, tokens);

        var opened = options.Stores?.Invoke(options.Time, signal) ?? EmbeddedStores.Open(options.DataFolder, options.Time, signal);
        var directory = new TenantDirectory(opened, options.Time, options.Ids);
        builder.Services.AddSingleton(directory.Platform);
        builder.Services.AddSingleton(_ => new DeskScope(directory.Platform));
        builder.Services.AddSingleton(options.Time);
        builder.Services.AddSingleton(tokens);
        builder.Services.AddSingleton(bell);
        builder.Services.AddHostedService(services => {
            var log = services.GetRequiredService<ILogger<OutboxPump>>();
            var handlers = new MessageHandlers(table, directory, log);
            IMessageLine line = options.Broker is { } broker ? RabbitLine.Connect(broker, table, handlers, services.GetRequiredService<ILoggerFactory>()) : handlers;
            return new PumpWork(new(opened, table, line, signal, directory, options.Time, options.Ids, log), line);
        });
        builder.Services.AddHostedService(services => new TimerWork(table, directory.Platform, options.Time, services.GetRequiredService<ILogger<TimerWork>>()));

        var app = builder.Build();
        app.Lifetime.ApplicationStopping.Register(bell.Close);
        app.MapCalls(table, directory);
        return new(app, opened, directory.Platform, edgeKey, gateway);
    }

    /// <summary>For whoever runs the host: makes a tenant with its station and first account.</summary>
    public Task<Outcome<OpenedStation>> OpenStation(OpenStationRequest request, CancellationToken stop) =>
        Application.Stations.OpenStation.Handle(request, platform, stop);

    /// <summary>For whoever runs the host: makes an account of the vendor's desk; answers its person id.</summary>
    public Task<Outcome<string>> AddDeskAccount(string loginName, string displayName, string password, CancellationToken stop) =>
        Application.Identity.AddDeskAccount.Handle(loginName, displayName, password, platform, stop);

    public async ValueTask DisposeAsync() {
        await App.DisposeAsync();
        await stores.DisposeAsync();
        edgeTokenKey.Dispose();
        gatewayKey.Dispose();
    }
}
