using System.Net;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Storage.Queues;
using ClaimsCloud.Application;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Stations;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.CustomHandler;
using ClaimsCloud.Contracts;
using ClaimsCloud.Functions.CustomHandler;
using ClaimsCloud.Storage.Azure.Tests.Servers;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Storage.Azure.Tests;

/// <summary>The program itself as the Functions host starts it: a process of its own, the port from the environment, stores and queues of the doubles. The test is the host.</summary>
public sealed class CustomHandlerTests(AzureServers servers) : IAsyncLifetime {
    private readonly AzureData data = AzureData.OnDouble(servers);
    private readonly TemporaryFolder keys = new();
    private readonly GatewayTokens tokens = new();
    private readonly ECDsa edgeKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string secretsKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private string tenant = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        servers.Required();
        await new StorageWakes(servers.Queues, identity: null).Provision(ClaimsCloudModules.Table(), Stop);
        await using var stores = await data.Open(TimeProvider.System, new());
        var opened = await OpenStation.Handle(new("いぶき訪問看護ステーション", "1234567", "biller", "請求 花子", "correct horse"), new TenantDirectory(stores, TimeProvider.System, new RandomIds()).Platform, new(secretsKey), Stop);
        tenant = opened.Succeeded(out var station, out var refusal) ? station.Tenant.Value : throw new InvalidOperationException(refusal.Title);
    }

    [Fact]
    public async Task An_uploaded_file_is_checked_by_a_queue_trigger_and_a_message_that_nobody_can_read_ends_as_poison() {
        var port = FreePort();
        await using var process = await Start(port);
        Assert.All(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(l => l.Port == port), l => Assert.Equal(IPAddress.Loopback, l.Address));
        using var host = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = new($"http://127.0.0.1:{port}/") };
        // The host's probe at start: any answer will do.
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("", Stop)).StatusCode);

        var checks = new QueueHost(servers.Queues, StorageWakes.QueueName("checks"), async (message, stop) => (await host.SendAsync(HostForms.Call("DeliverChecks", HostForms.Queue(message.MessageText)), stop)).IsSuccessStatusCode);
        using var ending = new CancellationTokenSource();
        var running = checks.Run(stop => host.SendAsync(HostForms.Call(FunctionNames.Sweep, HostForms.Timer()), stop), ending.Token);
        try {
            await new QueueClient(servers.Queues, StorageWakes.QueueName("checks")).SendMessageAsync("names no scope", Stop);
            var file = await Upload(host);
            await Eventually.Holds("the file is checked", async () => await State(host, file) == nameof(ClaimFileState.Checked));
            await Eventually.Holds("what cannot be read is poison", async () => (await checks.Poison(Stop)).Contains("names no scope"));
        } finally {
            await ending.CancelAsync();
            await running;
        }
    }

    public async ValueTask DisposeAsync() {
        await data.Delete();
        keys.Dispose();
        tokens.Dispose();
        edgeKey.Dispose();
    }

    private async Task<ServerProcess> Start(int port) {
        var settings = new Dictionary<string, string> {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}", ["CLAIMSCLOUD_Url"] = "http://0.0.0.0:1", ["CLAIMSCLOUD_Cosmos"] = data.Settings.Cosmos, ["CLAIMSCLOUD_Database"] = data.Settings.Database,
            ["CLAIMSCLOUD_Blobs"] = servers.Blobs, ["CLAIMSCLOUD_Queues"] = servers.Queues, ["CLAIMSCLOUD_BlobNamesKey"] = data.Settings.BlobNamesKey,
            // One key as a value, as Key Vault gives it to the Functions host, one as a file.
            ["CLAIMSCLOUD_GatewayPublicKey"] = tokens.PublicKeyPem, ["CLAIMSCLOUD_EdgeTokenKeyFile"] = Path.Combine(keys.Path, "edge.pem"),
            ["CLAIMSCLOUD_SecretsKey"] = secretsKey,
        };
        await File.WriteAllTextAsync(settings["CLAIMSCLOUD_EdgeTokenKeyFile"], edgeKey.ExportPkcs8PrivateKeyPem(), Stop);
        return (await ServerProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "ClaimsCloud.Functions.dll")], settings, "Application started")).Server;
    }

    private async Task<string> Upload(HttpClient host) {
        using var answer = await host.SendAsync(Call(HttpMethod.Post, $"{PortalRoutes.ClaimFiles}?name=RECEIPTH.UKE", new ByteArrayContent(PlainClaims.File())), Stop);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("fileId").GetString()!;
    }

    private async Task<string?> State(HttpClient host, string file) {
        using var answer = await host.SendAsync(Call(HttpMethod.Get, $"{PortalRoutes.ClaimFiles}/{file}", null), Stop);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("file").GetProperty("state").GetString();
    }

    private HttpRequestMessage Call(HttpMethod method, string address, HttpContent? content) {
        var call = new HttpRequestMessage(method, address) { Content = content };
        call.Headers.Authorization = new("Bearer", tokens.Make(TimeProvider.System.GetUtcNow(), "p", InternalToken.BillerRole, tenant));
        return call;
    }

    private static int FreePort() {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
