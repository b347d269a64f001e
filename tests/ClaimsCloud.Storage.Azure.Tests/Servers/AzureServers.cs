using System.Security.Cryptography;
using ClaimsCloud.Storage.Azure.Tests.Servers;

[assembly: AssemblyFixture(typeof(AzureServers))]

namespace ClaimsCloud.Storage.Azure.Tests.Servers;

/// <summary>Azurite and the Cosmos double, one process each for all tests, on free loopback ports with keys of this run.</summary>
public sealed class AzureServers : IAsyncLifetime {
    private readonly string folder = Path.Combine(Repository.Folder, "tests", "cosmos-double");
    private readonly List<ServerProcess> running = [];

    internal CosmosDouble? Cosmos { get; private set; }
    internal string Blobs { get; private set; } = "";
    internal string Queues { get; private set; } = "";

    public async ValueTask InitializeAsync() {
        if (!Directory.Exists(Path.Combine(folder, "node_modules"))) return;
        var (cosmosKey, blobKey) = (NewKey(), NewKey());
        var cosmos = await Start("node", [Path.Combine(folder, "server.js")], new() { ["COSMOS_KEY"] = cosmosKey }, "ready ");
        var azurite = await Azurite("blob");
        var queues = await Azurite("queue");
        Cosmos = new(new($"http://127.0.0.1:{cosmos}/"), cosmosKey);
        Blobs = $"DefaultEndpointsProtocol=http;AccountName=tests;AccountKey={blobKey};BlobEndpoint={azurite}/tests";
        Queues = $"DefaultEndpointsProtocol=http;AccountName=tests;AccountKey={blobKey};QueueEndpoint={queues}/tests";

        Task<string> Azurite(string service) => Start("node", [Path.Combine(folder, "node_modules", "azurite", "dist", "src", service, "main.js"), $"--{service}Host", "127.0.0.1", $"--{service}Port", "0",
            "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck"], new() { ["AZURITE_ACCOUNTS"] = $"tests:{blobKey}" }, "listens on ");
    }

    public async ValueTask DisposeAsync() {
        Cosmos?.Dispose();
        foreach (var server in running) await server.DisposeAsync();
    }

    /// <summary>The double, or the end of the test.</summary>
    internal CosmosDouble Required() {
        if (Cosmos is null) Promise.Missing("azure-doubles", "Azurite and the Cosmos double are not installed: npm ci --prefix tests/cosmos-double");
        return Cosmos!;
    }

    private async Task<string> Start(string program, IEnumerable<string> arguments, Dictionary<string, string> environment, string ready) {
        var (server, answer) = await ServerProcess.Start(program, arguments, environment, ready);
        running.Add(server);
        return answer;
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
}
