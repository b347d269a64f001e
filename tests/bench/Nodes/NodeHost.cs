using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ClaimsCloud.Application.Stations;
using ClaimsCloud.Contracts;
using ClaimsCloud.Functions;
using ClaimsCloud.Gateway;
using ClaimsCloud.Portal;
using ClaimsCloud.Storage.Embedded.Keys;
using ClaimsCloud.Testing;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Bench.Nodes;

/// <summary>A station with an account, made at the first start of a node.</summary>
internal sealed record NodeStation(string Tenant, string PersonId, string Login);

/// <summary>
/// Gateway, portal and functions host of one node in this process over embedded stores, as one machine runs them. It writes one line when it is ready, its memory for each line it is sent, and runs until it is killed or its
/// input ends. Only the limits that count by address are wider, also that of calls without a credential: all callers of a bench have one.
/// </summary>
internal static class NodeHost {
    public const string Password = HarnessStation.Password;
    private static readonly GatewayLimits Wide = new() { SignInsPerAddress = 1_000_000, SignInsPerName = 1_000_000, EdgeCallsPerAddress = 1_000_000, EdgeCallsPerDevice = 1_000_000, EnrolmentsPerAddress = 1_000_000 };

    public static string StationsFile(string folder) => Path.Combine(folder, "stations.json");

    /// <param name="ports">Of the public door and of the functions host.</param>
    public static async Task<int> Run(string folder, (int Door, int Functions) ports, int stations, int connectors) {
        var time = NodeClock.In(folder);
        var data = Path.Combine(folder, "data");
        using var keys = NodeKeys.In(folder);
        var first = !File.Exists(StationsFile(folder));
        if (first && connectors > 0) await ManyConnectors.Write(data, connectors, keys.Device, time.GetUtcNow(), keys.Stores, CancellationToken.None);
        await using var functions = FunctionsHost.Build(new(data, Local(ports.Functions), keys.Gateway.ExportSubjectPublicKeyInfoPem(), keys.EdgeTokens.ExportPkcs8PrivateKeyPem(), keys.Secrets) { Time = time, Logging = Quiet, StoreKeys = keys.Stores });
        await functions.App.StartAsync();
        if (first) await OpenStations(functions, folder, stations);
        await using var portal = PortalHost.Build(new(Local(0), functions.Address, keys.Gateway.ExportSubjectPublicKeyInfoPem()) { Time = time, Logging = Quiet });
        await portal.App.StartAsync();
        await using var gateway = GatewayHost.Build(new(Local(ports.Door), portal.Address, functions.Address, keys.Gateway.ExportPkcs8PrivateKeyPem()) {
            KeysFolder = Directory.CreateDirectory(Path.Combine(folder, "session-keys")).FullName, Time = time, Logging = Quiet, Limits = Wide,
        });
        await gateway.App.StartAsync();
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { } line) Console.WriteLine(NodeMemory.Now(live: line == NodeProcess.LiveWord).Line);
        await gateway.App.StopAsync();
        await portal.App.StopAsync();
        await functions.App.StopAsync();
        return 0;
    }

    private static async Task OpenStations(FunctionsHost functions, string folder, int stations) {
        var opened = new List<NodeStation>();
        for (var number = 1; number <= stations; number++) {
            var login = $"biller{number}";
            var outcome = await functions.OpenStation(new($"いぶき訪問看護ステーション第{number}", string.Create(CultureInfo.InvariantCulture, $"{9_990_000 + number}"), login, "請求 花子", Password) { SecondFactor = SecondFactor.Off }, CancellationToken.None);
            opened.Add(outcome.Succeeded(out var station, out var refusal) ? new(station.Tenant.Value, station.PersonId, login) : throw new InvalidOperationException(refusal.Title));
        }
        await File.WriteAllTextAsync(StationsFile(folder), JsonSerializer.Serialize(opened));
    }

    private static string Local(int port) => $"http://127.0.0.1:{port}";

    /// <summary>Errors alone: a node that is killed again and again must still say what else went wrong. The longest name wins over the hosts' own filters.</summary>
    private static void Quiet(ILoggingBuilder logging) => logging.AddFilter(level => level >= LogLevel.Error).AddFilter("Yarp.ReverseProxy", LogLevel.Error)
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddSimpleConsole(console => console.SingleLine = true);
}

/// <summary>The bench and every node over one folder tell the same time, in a month for which there are claims.</summary>
internal static class NodeClock {
    public static TimeProvider In(string folder) {
        var file = Path.Combine(folder, "began");
        if (!File.Exists(file)) File.WriteAllText(file, DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture));
        return new ShiftedTime(CloudHarness.Start + (DateTimeOffset.UtcNow - DateTimeOffset.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture)));
    }
}

/// <summary>Keys of a node, kept beside its data so that the node started next has the same.</summary>
internal sealed class NodeKeys : IDisposable {
    public required ECDsa Gateway { get; init; }
    public required ECDsa EdgeTokens { get; init; }
    public required ECDsa Device { get; init; }
    public required string Secrets { get; init; }
    public required StoreKeys Stores { get; init; }

    public static NodeKeys In(string folder) {
        var secrets = Path.Combine(Directory.CreateDirectory(folder).FullName, "secrets.key");
        if (!File.Exists(secrets)) File.WriteAllText(secrets, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var stores = Path.Combine(folder, "stores.key");
        if (!File.Exists(stores)) File.WriteAllText(stores, StoreKeys.NewLine(1));
        return new() { Stores = StoreKeys.Read(stores), Gateway = Key(folder, "gateway.pem"), EdgeTokens = Key(folder, "edge.pem"), Device = Key(folder, "device.pem"), Secrets = File.ReadAllText(secrets) };
    }

    public void Dispose() {
        Gateway.Dispose();
        EdgeTokens.Dispose();
        Device.Dispose();
    }

    private static ECDsa Key(string folder, string name) {
        var file = Path.Combine(folder, name);
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(file)) key.ImportFromPem(File.ReadAllText(file));
        else File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        return key;
    }
}
