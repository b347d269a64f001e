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

    public async Task<TransactionalBatchResponse> Execute(TransactionalBatch work, CancellationToken stop) {
        await Enter(stop);
        return await work.ExecuteAsync(stop);
    }

    /// <summary>Null when there is none.</summary>
    public async Task<Item?> Read(string id, CancellationToken stop) {
        await Enter(stop);
        return await Look(id, stop);
    }

    public async Task<IReadOnlyList<T>> Query<T>(QueryDefinition query, CancellationToken stop) {
        await Enter(stop);
        return await Ask<T>(query, stop);
    }

    /// <summary>Nothing happens when there is no such item, or it has another etag than the one that is asked for.</summary>
    public async Task Patch(string id, IReadOnlyList<PatchOperation> changes, CancellationToken stop, string? etag = null) {
        await Enter(stop);
        using var answer = await container.PatchItemStreamAsync(id, key, changes, new() { IfMatchEtag = etag, EnableContentResponseOnWrite = false }, stop);
        if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed)) answer.EnsureSuccessStatusCode();
    }

    /// <summary>Nothing happens when there is no such item.</summary>
    public async Task Delete(string id, CancellationToken stop) {
        await Enter(stop);
        using var answer = await container.DeleteItemStreamAsync(id, key, cancellationToken: stop);
        if (answer.StatusCode != HttpStatusCode.NotFound) answer.EnsureSuccessStatusCode();
    }

    public async Task Stamp(ScopeLayout layout, CancellationToken stop) {
        using var item = (New(Item.LayoutId) with { Layout = layout }).ToStream();
        using var answer = await container.UpsertItemStreamAsync(item, key, new() { EnableContentResponseOnWrite = false }, stop);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Once in the life of this process; several at once do the same.</summary>
    /// <exception cref="StoreLayoutException">The scope is of a newer program.</exception>
    private async Task Enter(CancellationToken stop) {
        if (isEntered) return;
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
