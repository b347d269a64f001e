using ClaimsCloud.Application.Shared;
using ClaimsCloud.Storage.Azure.Tests.Servers;
using Microsoft.Azure.Cosmos;

namespace ClaimsCloud.Storage.Azure.Tests;

/// <summary>A database and blob names of its own for one test.</summary>
internal sealed class AzureData {
    private readonly Lazy<AzureSettings> settings;
    private bool provisioned;

    private AzureData(AzureServers servers, Func<string> cosmos) => settings = new(() => {
        var name = "test" + new RandomIds().Next();
        return new(cosmos(), servers.Blobs, name, name);
    });

    public AzureSettings Settings => settings.Value;

    /// <summary>On the Cosmos double, or on the real account in CLAIMS_TEST_COSMOS (a connection string): the double proves nothing about Cosmos itself.</summary>
    public static AzureData On(AzureServers servers) => new(servers, () => {
        var twin = servers.Required().ConnectionString;
        return Environment.GetEnvironmentVariable("CLAIMS_TEST_COSMOS") is { Length: > 0 } account ? account : twin;
    });

    /// <summary>For tests that need the double's faults.</summary>
    public static AzureData OnDouble(AzureServers servers) => new(servers, () => servers.Required().ConnectionString);

    public async ValueTask<IStores> Open(TimeProvider time, OutboxSignal signal) {
        if (!provisioned) await AzureStores.Provision(Settings, TestContext.Current.CancellationToken);
        provisioned = true;
        return new AzureStores(Settings, time, signal);
    }

    public async ValueTask Delete() {
        if (!provisioned) return;
        using var account = new CosmosClient(Settings.Cosmos, new() { ConnectionMode = ConnectionMode.Gateway, LimitToEndpoint = true });
        await account.GetDatabase(Settings.Database).DeleteAsync();
    }
}
