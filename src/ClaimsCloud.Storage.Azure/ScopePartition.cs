using System.Net;
using ClaimsCloud.Application.Shared;
using Microsoft.Azure.Cosmos;

namespace ClaimsCloud.Storage.Azure;

/// <summary>
/// The logical partition of one scope. Whatever goes through here names that partition, so no query can reach beyond it. The second level of the key is
/// the same for all today: commits are atomic within a scope. It is there for a scope that outgrows a partition's 20 GB.
/// </summary>
internal sealed class ScopePartition(Container container, ScopeName scope) {
    private const string Whole = "whole";
    private readonly PartitionKey key = new PartitionKeyBuilder().Add(scope.Text).Add(Whole).Build();

    public ScopeName Scope => scope;

    public Item New(string id) => new() { Id = id, Tenant = scope.Text, Scope = Whole };

    public Item Document(string kind, string id, string json, IEnumerable<IndexEntry> entries) => New(Item.DocumentId(kind, id)) with {
        Body = json, Keys = new() { [kind] = entries.ToDictionary(entry => entry.Index, entry => OrderedKey.Of(entry.Value, id)) },
    };

    public TransactionalBatch Batch() => container.CreateTransactionalBatch(key);

    /// <summary>Null when there is none.</summary>
    public async Task<Item?> Read(string id, CancellationToken stop) {
        using var answer = await container.ReadItemStreamAsync(id, key, cancellationToken: stop);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        answer.EnsureSuccessStatusCode();
        return await Item.Read(answer.Content, stop);
    }

    public async Task<IReadOnlyList<T>> Query<T>(QueryDefinition query, CancellationToken stop) {
        using var pages = container.GetItemQueryIterator<T>(query, requestOptions: new() { PartitionKey = key });
        var found = new List<T>();
        while (pages.HasMoreResults) found.AddRange(await pages.ReadNextAsync(stop));
        return found;
    }

    /// <summary>Nothing happens when there is no such item, or it has another etag than the one that is asked for.</summary>
    public async Task Patch(string id, IReadOnlyList<PatchOperation> changes, CancellationToken stop, string? etag = null) {
        using var answer = await container.PatchItemStreamAsync(id, key, changes, new() { IfMatchEtag = etag, EnableContentResponseOnWrite = false }, stop);
        if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed)) answer.EnsureSuccessStatusCode();
    }

    /// <summary>Nothing happens when there is no such item.</summary>
    public async Task Delete(string id, CancellationToken stop) {
        using var answer = await container.DeleteItemStreamAsync(id, key, cancellationToken: stop);
        if (answer.StatusCode != HttpStatusCode.NotFound) answer.EnsureSuccessStatusCode();
    }
}
