using System.Net.Sockets;
using ClaimsCloud.Functions;
using ClaimsCloud.Gateway;
using ClaimsCloud.Portal;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Local;

/// <summary>Every host of the product on loopback, and the simulated closed network.</summary>
internal sealed class LocalCloud : IAsyncDisposable {
    private readonly FunctionsHost _functions;
    private readonly PortalHost _portal;
    private readonly GatewayHost _gateway;
    private readonly WebApplication _closedNetwork;

    private LocalCloud(FunctionsHost functions, PortalHost portal, GatewayHost gateway, OnlineClaimsSystem network, WebApplication site) =>
        (_functions, _portal, _gateway, ClosedNetwork, _closedNetwork) = (functions, portal, gateway, network, site);

    public OnlineClaimsSystem ClosedNetwork { get; }
    public FunctionsHost Functions => _functions;
    public Uri Address => _gateway.Address;
    public Uri ClosedNetworkAddress => new(_closedNetwork.Urls.First());

    /// <param name="port">Of the public door; the next free one when it is taken, any when 0.</param>
    /// <param name="stores">Null for embedded ones in the folder.</param>
    /// <param name="clock">The machine's when null.</param>
    public static async Task<LocalCloud> Start(string folder, LocalKeys keys, IReadOnlyList<DemoStation> stations, int port, OpenStores? stores, TimeProvider? clock = null) {
        var time = clock ?? TimeProvider.System;
        var functions = FunctionsHost.Build(new(Path.Combine(folder, "cloud"), "http://127.0.0.1:0", keys.GatewayPublic, keys.EdgeTokens, keys.Secrets) { Stores = stores, StoreKeys = keys.Stores, Logging = Quiet, Time = time });
        await functions.App.StartAsync();
        var portal = PortalHost.Build(new("http://127.0.0.1:0", functions.Address, keys.GatewayPublic) { Logging = Quiet, Time = time });
        await portal.App.StartAsync();
        var gateway = GatewayHost.Build(new($"http://127.0.0.1:{Free(port)}", portal.Address, functions.Address, keys.GatewayPrivate) {
            KeysFolder = Directory.CreateDirectory(Path.Combine(folder, "keys", "sessions")).FullName, Logging = Quiet, Time = time,
        });
        await gateway.App.StartAsync();
        var network = new OnlineClaimsSystem(time);
        var site = OnlineClaimsSite.Build(network, [.. stations.Select(s => s.Terminal)], $"http://127.0.0.1:{Free(port == 0 ? 0 : port + 1)}");
        await site.StartAsync();
        return new(functions, portal, gateway, network, site);
    }

    public async ValueTask DisposeAsync() {
        await _closedNetwork.DisposeAsync();
        await _gateway.App.StopAsync();
        await _gateway.DisposeAsync();
        await _portal.App.StopAsync();
        await _portal.DisposeAsync();
        await _functions.App.StopAsync();
        await _functions.DisposeAsync();
    }

    /// <summary>On one PC a cancelled long poll and a key ring without a vault are no news. The longest name wins over the hosts' own filters.</summary>
    private static void Quiet(ILoggingBuilder logging) => logging.AddFilter(level => level >= LogLevel.Warning)
        .AddFilter("Yarp.ReverseProxy", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddSimpleConsole(console => console.SingleLine = true);

    private static int Free(int wanted) {
        for (var port = wanted; port != 0 && port < wanted + 20; port++) {
            using var probe = new TcpListener(System.Net.IPAddress.Loopback, port);
            try {
                probe.Start();
                return port;
            } catch (SocketException) {
                // Taken: the next one.
            }
        }
        return 0;
    }
}
