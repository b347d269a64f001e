using System.Security.Cryptography;
using ClaimsCloud.Application;
using ClaimsCloud.Application.Desk;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Stations;
using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;
using ClaimsCloud.Functions.Calls;
using ClaimsCloud.Functions.CustomHandler;
using ClaimsCloud.Functions.Work;
using ClaimsCloud.Hosting;
using ClaimsCloud.Messages.RabbitMq;
using ClaimsCloud.Storage.Embedded;

namespace ClaimsCloud.Functions;

/// <summary>
/// The host of every HTTP, message and timer endpoint, over embedded stores or others: standalone, or as a custom handler under the Functions host of Azure. It can run in
/// its own process or inside another one.
/// The stores and what opens them stay in here: nothing in DI can reach a tenant that its token does not name.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable {
    private readonly IStores stores;
    private readonly ECDsa edgeTokenKey;
    private readonly ECDsa gatewayKey;
    private readonly PlatformScope platform;
    private readonly SecretBox secrets;
    private readonly Triggers? triggers;

    private FunctionsHost(WebApplication app, IStores stores, PlatformScope platform, SecretBox secrets, Triggers? triggers, ECDsa edgeTokenKey, ECDsa gatewayKey) =>
        (App, this.stores, this.platform, this.secrets, this.triggers, this.edgeTokenKey, this.gatewayKey) = (app, stores, platform, secrets, triggers, edgeTokenKey, gatewayKey);

    public WebApplication App { get; }

    /// <summary>Where it listens; known once it has started.</summary>
    public Uri Address => new(App.Urls.First());

    public static FunctionsHost Build(FunctionsOptions options) {
        var (table, signal, bell) = (ClaimsCloudModules.Table(), new OutboxSignal(), new JobBell());
        FunctionNames.Check(table);
        var (gateway, edgeKey) = (ECDsa.Create(), ECDsa.Create());
        gateway.ImportFromPem(options.GatewayPublicKeyPem);
        edgeKey.ImportFromPem(options.EdgeTokenKeyPem);
        var (tokens, secrets) = (new EdgeTokens(edgeKey), new SecretBox(options.SecretsKey));

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Url);
        RequestLog.Configure(builder.Logging, options.Logging);
        builder.AddTelemetry("functions", options.Collector);
        builder.Services.AddCalls(options.Time, gateway, tokens);

        var opened = options.Stores?.Invoke(options.Time, signal) ?? EmbeddedStores.Open(options.DataFolder, options.Time, signal, options.StoreKeys);
        var directory = new TenantDirectory(opened, options.Time, options.Ids, options.Fees);
        // First of all work: nothing is delivered, and no call answered, before it is through.
        if (options.Stores is null) builder.Services.AddHostedService(services => new LayoutWork(opened, directory, services.GetRequiredService<ILogger<LayoutWork>>()));
        else builder.Services.AddHostedService(services => new LayoutCheck(opened, services.GetRequiredService<ILogger<LayoutCheck>>()));
        builder.Services.AddSingleton(directory.Platform);
        builder.Services.AddSingleton(_ => new DeskScope(directory.Platform));
        builder.Services.AddSingleton(options.Time);
        builder.Services.AddSingleton(tokens);
        builder.Services.AddSingleton(secrets);
        builder.Services.AddSingleton(bell);
        builder.Services.AddSingleton<StoreWatch>();
        builder.Services.AddHostedService(services => new StoreWork(services.GetRequiredService<StoreWatch>(), directory.Platform, options.Time, services.GetRequiredService<ILogger<StoreWork>>()));
        OutboxWakes? wakes = null;
        if (options.Wakes is null) {
            builder.Services.AddHostedService(services => {
                var (log, watch) = (services.GetRequiredService<ILogger<OutboxPump>>(), services.GetRequiredService<StoreWatch>());
                var handlers = new MessageHandlers(table, directory, log, watch);
                IMessageLine line = options.Broker is { } broker ? RabbitLine.Connect(broker, table, handlers, services.GetRequiredService<ILoggerFactory>()) : handlers;
                return new PumpWork(new(opened, table, line, signal, directory, options.Time, options.Ids, log, watch), line);
            });
            builder.Services.AddHostedService(services => new FleetWork(services.GetRequiredService<DeskScope>(), services.GetRequiredService<ILogger<FleetWork>>()));
            builder.Services.AddHostedService(services => new TimerWork(table, directory.Platform, options.Time, services.GetRequiredService<StoreWatch>(), services.GetRequiredService<ILogger<TimerWork>>()));
        } else builder.Services.AddHostedService(_ => new WakeWork(wakes!, signal));

        var app = builder.Build();
        app.Lifetime.ApplicationStopping.Register(bell.Close);
        app.MapCalls(table, directory);
        if (options.Wakes is { } send) {
            var (log, watch) = (app.Services.GetRequiredService<ILogger<OutboxWakes>>(), app.Services.GetRequiredService<StoreWatch>());
            wakes = new(opened, table, new(table, directory, log, watch), send, directory, options.Time, options.Ids, log, watch);
        }
        return new(app, opened, directory.Platform, secrets, wakes is null ? null : new(table, wakes, directory.Platform), edgeKey, gateway);
    }

    /// <summary>As a custom handler, before the start: timers and queues come in as calls of the Functions host. Needs <see cref="FunctionsOptions.Wakes"/>.</summary>
    public void MapTriggers() => App.MapTriggers(triggers ?? throw new InvalidOperationException("Without wakes this host runs timers and messages itself."));

    /// <summary>Runs one trigger, for a worker to which the Functions host speaks in another way.</summary>
    /// <param name="function">Its name in <c>infra/functions</c>.</param>
    /// <param name="wake">Text of the queue message; empty for a timer.</param>
    public Task Trigger(string function, string wake, CancellationToken stop) =>
        (triggers ?? throw new InvalidOperationException("Without wakes this host runs timers and messages itself.")).Run(function, wake, stop);

    /// <summary>For whoever runs the host: one timer of the table now, beside its own time.</summary>
    public Task RunTimer(string name, CancellationToken stop) => ClaimsCloudModules.Table().Timers.Single(timer => timer.Name == name).Handler(platform, stop);

    /// <summary>For whoever runs the host: makes a tenant with its station and first account.</summary>
    public Task<Outcome<OpenedStation>> OpenStation(OpenStationRequest request, CancellationToken stop) =>
        Application.Stations.OpenStation.Handle(request, platform, secrets, stop);

    /// <summary>For whoever runs the host: makes an account of the vendor; answers its person id.</summary>
    /// <param name="role">Desk or engineer.</param>
    /// <param name="totpKey">Base 32, of a second factor that the person holds already; null: she sets it up at her first sign-in.</param>
    public Task<Outcome<string>> AddDeskAccount(string loginName, string displayName, string password, CancellationToken stop, string role = InternalToken.DeskRole, string? totpKey = null) =>
        Application.Identity.AddDeskAccount.Handle(loginName, displayName, password, role, totpKey, platform, secrets, stop);

    public async ValueTask DisposeAsync() {
        await App.DisposeAsync();
        await stores.DisposeAsync();
        edgeTokenKey.Dispose();
        gatewayKey.Dispose();
    }
}
