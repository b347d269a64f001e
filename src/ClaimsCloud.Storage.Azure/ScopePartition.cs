using System.Net;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using Microsoft.Azure.Cosmos;

namespace ClaimsCloud.Storage.Azure;

/// <summary>
/// The logical partition of one scope. Whatever goes through here names that partition, so no query can reach beyond it. The second level of the key is
/// the same for all today: commits are atomic within a scope. It is there for a scope that outgrows a partition's 20 GB. The first call looks at the scope's stamp.
/// </summary>
internal sealed class ScopePartition(Container container, ScopeName scope) {
    private const string Whole = "whole";
    private readonly PartitionKey key = new PartitionKeyBuilder().Add(scope.Text).Add(Whole).Build();
    private volatile bool isEntered;

    public ScopeName Scope => scope;

    public Item New(string id) => new() { Id = id, Tenant = scope.Text, Scope = Whole };

    public Item Document(string kind, string id, string json, IEnumerable<IndexEntry> entries) => New(Item.DocumentId(kind, id)) with {
        Body = json, Keys = new() { [kind] = entries.ToDictionary(entry => entry.Index, entry => OrderedKey.Of(entry.Value, id)) },
    };

    public TransactionalBatch Batch() => container.CreateTransactionalBatch(key);

    /// <summary>Null when there is none.</summary>
    public Task<Item?> Read(string id, CancellationToken stop) => Entered(() => Look(id, stop), stop);

    public Task<IReadOnlyList<T>> Query<T>(QueryDefinition query, CancellationToken stop) => Entered(() => Ask<T>(query, stop), stop);

    /// <summary>Does all of the batch or nothing of it, and reads what became of it.</summary>
    public Task<T> Execute<T>(TransactionalBatch work, Func<TransactionalBatchResponse, T> read, CancellationToken stop) => Entered(async () => {
        using var answer = await work.ExecuteAsync(stop);
        return read(answer);
    }, stop);

    /// <summary>Nothing happens when there is no such item, or it has another etag than the one that is asked for.</summary>
    public Task Patch(string id, IReadOnlyList<PatchOperation> changes, CancellationToken stop, string? etag = null) => Entered(async () => {
        using var answer = await container.PatchItemStreamAsync(id, key, changes, new() { IfMatchEtag = etag, EnableContentResponseOnWrite = false }, stop);
        return answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed ? answer : answer.EnsureSuccessStatusCode();
    }, stop);

    /// <summary>Nothing happens when there is no such item.</summary>
    public Task Delete(string id, CancellationToken stop) => Entered(async () => {
        using var answer = await container.DeleteItemStreamAsync(id, key, cancellationToken: stop);
        return answer.StatusCode == HttpStatusCode.NotFound ? answer : answer.EnsureSuccessStatusCode();
    }, stop);

    public Task Stamp(ScopeLayout layout, CancellationToken stop) => AzureOutage.Of(async () => {
        using var item = (New(Item.LayoutId) with { Layout = layout }).ToStream();
        using var answer = await container.UpsertItemStreamAsync(item, key, new() { EnableContentResponseOnWrite = false }, stop);
        return answer.EnsureSuccessStatusCode();
    }, stop);

    private Task<T> Entered<T>(Func<Task<T>> work, CancellationToken stop) => AzureOutage.Of(async () => {
        if (!isEntered) await Enter(stop);
        return await work();
    }, stop);

    /// <summary>Once in the life of this process; several at once do the same.</summary>
    /// <exception cref="StoreLayoutException">The scope is of a newer program.</exception>
    private async Task Enter(CancellationToken stop) {
        if ((await Look(Item.LayoutId, stop))?.Layout is { } found) {
            var entered = StoreSteps.Entered($"The store of {scope}", found);
            if (entered != found) await Stamp(entered, stop);
        } else if ((await Ask<string>(new("SELECT TOP 1 VALUE c.id FROM c"), stop)).Count == 0) {
            await Stamp(StoreSteps.Newest, stop);
        }
        isEntered = true;
    }

    private async Task<Item?> Look(string id, CancellationToken stop) {
        using var answer = await container.ReadItemStreamAsync(id, key, cancellationToken: stop);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        answer.EnsureSuccessStatusCode();
        return await Item.Read(answer.Content, stop);
    }

    private async Task<IReadOnlyList<T>> Ask<T>(QueryDefinition query, CancellationToken stop) {
        using var pages = container.GetItemQueryIterator<T>(query, requestOptions: new() { PartitionKey = key });
        var found = new List<T>();
        while (pages.HasMoreResults) found.AddRange(await pages.ReadNextAsync(stop));
        return found;
    }
}
