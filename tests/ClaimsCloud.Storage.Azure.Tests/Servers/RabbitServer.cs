using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ClaimsCloud.Storage.Azure.Tests.Servers;

[assembly: AssemblyFixture(typeof(RabbitServer))]

namespace ClaimsCloud.Storage.Azure.Tests.Servers;

/// <summary>
/// RabbitMQ as a process of its own, without systemd and without the installed node: own ports, own name server, own data folder. The broker must be at the
/// same address after a restart, so it gets a port that was free a moment ago.
/// </summary>
public sealed class RabbitServer : IAsyncLifetime {
    private readonly string folder = Directory.CreateTempSubdirectory("claims-rabbit-").FullName;
    private readonly (int Broker, int Nodes, int Names) ports = FreePorts();
    private readonly string? program = Find();
    private ServerProcess? running;

    public async ValueTask InitializeAsync() {
        if (program is not null) await Start();
    }

    public async ValueTask DisposeAsync() {
        await Kill();
        await StopNames();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The broker's address, or the end of the test.</summary>
    internal Uri Required() {
        if (program is null) Promise.Missing("rabbitmq", "rabbitmq-server is not installed.");
        return new($"amqp://guest:guest@127.0.0.1:{ports.Broker}/");
    }

    /// <summary>As if the machine had lost its power, and its disk with it.</summary>
    internal async Task Kill() {
        if (running is not null) await running.DisposeAsync();
        running = null;
    }

    internal async Task Start() => (running, _) = await ServerProcess.Start(program!, [], new Dictionary<string, string> {
        ["HOME"] = folder,
        ["RABBITMQ_NODENAME"] = $"tests{ports.Broker}@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = $"{ports.Broker}",
        ["RABBITMQ_DIST_PORT"] = $"{ports.Nodes}",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, Path.GetRandomFileName()),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "no-plugins"),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = $"{ports.Names}",
    }, "Server startup complete");

    /// <summary>The broker starts its name server as a daemon that would outlive the tests.</summary>
    private async Task StopNames() {
        if (program is null) return;
        using var stopping = Process.Start(new ProcessStartInfo("epmd", ["-port", $"{ports.Names}", "-kill"]) {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        });
        if (stopping is not null) await stopping.WaitForExitAsync();
    }

    private static string? Find() => Directory.Exists("/usr/lib/rabbitmq/lib")
        ? Directory.EnumerateDirectories("/usr/lib/rabbitmq/lib").Select(version => Path.Combine(version, "sbin", "rabbitmq-server")).FirstOrDefault(File.Exists)
        : null;

    private static (int, int, int) FreePorts() {
        using var one = Listen();
        using var two = Listen();
        using var three = Listen();
        return (PortOf(one), PortOf(two), PortOf(three));
    }

    private static TcpListener Listen() {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
