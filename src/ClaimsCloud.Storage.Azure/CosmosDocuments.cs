using System.Globalization;
using System.Net;
using ClaimsCloud.Application.Shared;
using Microsoft.Azure.Cosmos;

namespace ClaimsCloud.Storage.Azure;

internal sealed class CosmosDocuments(ScopePartition partition, TimeProvider time, OutboxSignal signal) : IDocuments {
    private static readonly TransactionalBatchItemRequestOptions NoEcho = new() { EnableContentResponseOnWrite = false };

    public async Task<Stored<T>?> Get<T>(DocumentKind<T> kind, string id, CancellationToken stop) where T : class =>
        DocumentLimits.IsId(id) ? (await partition.Read(Item.DocumentId(kind.Name, id), stop))?.As(kind) : null;

    public async Task<QueryPage<T>> Query<T>(IndexQuery<T> query, CancellationToken stop) where T : class {
        query.Check();
        var (direction, from, to) = Bounds(query);
        var key = $"c.keys[\"{query.Kind.Name}\"][\"{query.Index.Name}\"]";
        var found = await partition.Query<Item>(new QueryDefinition(
            $"SELECT TOP @limit * FROM c WHERE {key} > @from AND {key} < @to ORDER BY {key} {direction}")
            .WithParameter("@limit", query.Limit + 1).WithParameter("@from", from).WithParameter("@to", to), stop);
        var items = found.Take(query.Limit).Select(item => item.As(query.Kind)).ToList();
        if (found.Count <= query.Limit) return new(items, null);
        var last = found[query.Limit - 1].Keys![query.Kind.Name][query.Index.Name];
        return new(items, new(OrderedKey.ValueOf(last), items[^1].Id));
    }

    /// <summary>The ends are never keys themselves: a value's keys lie between <see cref="OrderedKey.From"/> and <see cref="OrderedKey.Beyond"/>.</summary>
    private static (string Direction, string From, string To) Bounds<T>(IndexQuery<T> query) where T : class {
        var from = query.Range.From is { } low ? OrderedKey.From(low) : OrderedKey.First;
        var to = query.Range.To is { } high ? OrderedKey.Beyond(high) : OrderedKey.Last;
        if (query.After is not { } after) return (query.Order == QueryOrder.Ascending ? "ASC" : "DESC", from, to);
        var last = OrderedKey.Of(after.Value, after.Id);
        return query.Order == QueryOrder.Ascending
            ? ("ASC", string.CompareOrdinal(last, from) > 0 ? last : from, to)
            : ("DESC", from, string.CompareOrdinal(last, to) < 0 ? last : to);
    }

    public async Task<CommitResult> Commit(Batch batch, CancellationToken stop) {
        if (batch.Consumed.Count + batch.Changes.Count + batch.Messages.Count == 0) return CommitResult.Committed;
        var now = time.GetUtcNow();
        var work = partition.Batch();
        foreach (var id in batch.Consumed) work.CreateItemStream((partition.New(Item.ConsumedId(id)) with { Consumed = OutboxTime.Of(now) }).ToStream(), NoEcho);
        foreach (var change in batch.Changes) Add(work, change);
        for (var i = 0; i < batch.Messages.Count; i++) work.CreateItemStream(Row(batch.Messages[i], now, i).ToStream(), NoEcho);

        var result = await partition.Execute(work, answer => answer.IsSuccessStatusCode ? CommitResult.Committed : Refused(answer, batch), stop);
        if (result == CommitResult.Committed && batch.Messages.Count > 0) signal.Wake(partition.Scope);
        return result;
    }

    private void Add(TransactionalBatch work, DocumentChange change) {
        var id = Item.DocumentId(change.Kind, change.Id);
        var options = change.Etag is null ? NoEcho : new() { EnableContentResponseOnWrite = false, IfMatchEtag = change.Etag };
        if (change.Json is null) {
            work.DeleteItem(id, options);
            return;
        }
        var item = partition.Document(change.Kind, change.Id, change.Json, change.Entries).ToStream();
        if (change.Etag is null) work.CreateItemStream(item, options);
        else work.ReplaceItemStream(id, item, options);
    }

    private Item Row(OutgoingMessage message, DateTimeOffset now, int place) => partition.New(Item.MessageId(message.Id)) with {
        Body = message.Json,
        Trace = message.Trace,
        Outbox = new(message.Id, $"{OutboxTime.Of(now)}.{place.ToString("d3", CultureInfo.InvariantCulture)}", message.Name, (message.To ?? partition.Scope).Text, 0, OutboxTime.Of(now)),
    };

    /// <summary>Of a batch that was not done, one operation says why; all others say "because of another".</summary>
    private static CommitResult Refused(TransactionalBatchResponse answer, Batch batch) {
        var at = Enumerable.Range(0, answer.Count).FirstOrDefault(i => answer[i].StatusCode is not HttpStatusCode.FailedDependency, -1);
        var isDocument = at >= batch.Consumed.Count && at < batch.Consumed.Count + batch.Changes.Count;
        if (at >= 0 && at < batch.Consumed.Count && answer[at].StatusCode == HttpStatusCode.Conflict) return CommitResult.AlreadyConsumed;
        if (isDocument && answer[at].StatusCode is HttpStatusCode.Conflict or HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed) return CommitResult.Conflict;
        throw new CosmosException($"A commit was refused: {answer.ErrorMessage}", answer.StatusCode, 0, answer.ActivityId, answer.RequestCharge);
    }
}
