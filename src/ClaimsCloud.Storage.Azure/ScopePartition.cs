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
    public Task<Item?> Read(string id, CancellationToken stop) => AzureOutage.Of(async () => {
        using var answer = await container.ReadItemStreamAsync(id, key, cancellationToken: stop);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        answer.EnsureSuccessStatusCode();
        return await Item.Read(answer.Content, stop);
    }, stop);

    public Task<IReadOnlyList<T>> Query<T>(QueryDefinition query, CancellationToken stop) => AzureOutage.Of<IReadOnlyList<T>>(async () => {
        using var pages = container.GetItemQueryIterator<T>(query, requestOptions: new() { PartitionKey = key });
        var found = new List<T>();
        while (pages.HasMoreResults) found.AddRange(await pages.ReadNextAsync(stop));
        return found;
    }, stop);

    /// <summary>Does all of the batch or nothing of it, and reads what became of it.</summary>
    public static Task<T> Execute<T>(TransactionalBatch work, Func<TransactionalBatchResponse, T> read, CancellationToken stop) => AzureOutage.Of(async () => {
        using var answer = await work.ExecuteAsync(stop);
        return read(answer);
    }, stop);

    /// <summary>Nothing happens when there is no such item, or it has another etag than the one that is asked for.</summary>
    public Task Patch(string id, IReadOnlyList<PatchOperation> changes, CancellationToken stop, string? etag = null) => AzureOutage.Of(async () => {
        using var answer = await container.PatchItemStreamAsync(id, key, changes, new() { IfMatchEtag = etag, EnableContentResponseOnWrite = false }, stop);
        return answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed ? answer : answer.EnsureSuccessStatusCode();
    }, stop);

    /// <summary>Nothing happens when there is no such item.</summary>
    public Task Delete(string id, CancellationToken stop) => AzureOutage.Of(async () => {
        using var answer = await container.DeleteItemStreamAsync(id, key, cancellationToken: stop);
        return answer.StatusCode == HttpStatusCode.NotFound ? answer : answer.EnsureSuccessStatusCode();
    }, stop);
}
