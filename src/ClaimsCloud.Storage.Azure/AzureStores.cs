using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using Azure.Storage.Blobs;
using ClaimsCloud.Application.Shared;
using Microsoft.Azure.Cosmos;

namespace ClaimsCloud.Storage.Azure;

/// <summary>
/// Every scope is one logical partition of one Cosmos container, so that a commit is one transactional batch, and one blob container. A read sees what
/// was answered before it only if the account's consistency is Strong, or Session with a single process.
/// </summary>
public sealed class AzureStores : IStores {
    private readonly AzureSettings settings;
    private readonly TimeProvider time;
    private readonly OutboxSignal signal;
    private readonly CosmosClient cosmos;
    private readonly BlobServiceClient blobs;
    private readonly ConcurrentDictionary<ScopeName, ScopeStores> open = new();

    public AzureStores(AzureSettings settings, TimeProvider time, OutboxSignal signal) =>
        (this.settings, this.time, this.signal, cosmos, blobs) = (settings, time, signal, settings.CosmosClient(), settings.BlobClient());

    /// <summary>Makes the database and its container where they are missing. For accounts on this machine and for tests: elsewhere <c>infra/</c> does it.</summary>
    public static async Task Provision(AzureSettings settings, CancellationToken stop) {
        using var account = settings.CosmosClient();
        Database database = await account.CreateDatabaseIfNotExistsAsync(settings.Database, cancellationToken: stop);
        await database.CreateContainerIfNotExistsAsync(Definition(), cancellationToken: stop);
    }

    public ScopeStores Open(ScopeName scope) => open.GetOrAdd(scope, OpenNew);

    public ValueTask DisposeAsync() {
        cosmos.Dispose();
        return ValueTask.CompletedTask;
    }

    private ScopeStores OpenNew(ScopeName scope) {
        if (scope.Tenant is { } tenant && !DocumentLimits.IsId(tenant.Value)) throw new ArgumentException($"'{scope}' cannot be a partition.");
        var partition = new ScopePartition(cosmos.GetContainer(settings.Database, AzureSettings.Container), scope);
        return new(new CosmosDocuments(partition, time, signal), new AzureBlobs(blobs.GetBlobContainerClient(settings.BlobContainerOf(scope))),
            new CosmosOutbox(partition), new CosmosRows(partition, time));
    }

    internal static ContainerProperties Definition() => new(AzureSettings.Container, ["/tenant", "/scope"]) {
        // Only what is asked for is indexed: an index on the bodies would cost with every write and serve nobody.
        IndexingPolicy = new() {
            IncludedPaths = { new() { Path = "/keys/*" }, new() { Path = "/outbox/*" }, new() { Path = "/consumed/?" } },
            ExcludedPaths = { new() { Path = "/*" } },
        },
    };
}
