using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Storage.Blobs;
using ClaimsCloud.Application.Shared;
using Microsoft.Azure.Cosmos;

namespace ClaimsCloud.Storage.Azure;

/// <summary>
/// Where the stores are: one Cosmos container and one storage account for the whole installation. Without <paramref name="Identity"/> the two texts are
/// connection strings with their keys; with it they are addresses.
/// </summary>
/// <param name="Database">The Cosmos database; it and its container must be there (<see cref="AzureStores.Provision"/>, in Azure <c>infra/</c>).</param>
/// <param name="BlobNamesKey">Makes a tenant's blob container unguessable. Who loses it loses the way to the blobs.</param>
public sealed record AzureSettings(string Cosmos, string Blobs, string Database, string BlobNamesKey) {
    internal const string Container = "documents";

    public TokenCredential? Identity { get; init; }

    /// <summary>How long a throttled call is repeated before it counts as an outage.</summary>
    public TimeSpan ThrottledPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The SDK asks the machine's metadata address who it runs on, for its own statistics; outside of Azure that call waits for a time-out.</summary>
    static AzureSettings() => Environment.SetEnvironmentVariable("COSMOS_DISABLE_IMDS_ACCESS", "true");

    internal CosmosClient CosmosClient() {
        var options = new CosmosClientOptions {
            ConnectionMode = ConnectionMode.Gateway,
            LimitToEndpoint = true,
            MaxRetryAttemptsOnRateLimitedRequests = 9,
            MaxRetryWaitTimeOnRateLimitedRequests = ThrottledPatience,
            UseSystemTextJsonSerializerWithOptions = Item.Options,
        };
        return Identity is null ? new(Cosmos, options) : new(Cosmos, Identity, options);
    }

    internal BlobServiceClient BlobClient() => Identity is null ? new(Blobs) : new(new Uri(Blobs), Identity);

    /// <summary>Names of containers stand in addresses and logs of the account: they tell nothing about the tenant.</summary>
    internal string BlobContainerOf(ScopeName scope) =>
        "s" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(BlobNamesKey), Encoding.UTF8.GetBytes(scope.Text)))[..40];
}
