using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using ClaimsCloud.Application.Shared;
using Microsoft.Azure.Cosmos;

namespace ClaimsCloud.Storage.Azure;

internal sealed class CosmosRows(ScopePartition partition, TimeProvider time) : IScopeRows {
    private const int Page = 100;

    /// <summary>By id, page after page: Cosmos cannot show one moment of a partition.</summary>
    public async IAsyncEnumerable<ScopeRow> Read([EnumeratorCancellation] CancellationToken stop) {
        for (var last = ""; ;) {
            var page = await partition.Query<Item>(new QueryDefinition("SELECT TOP @limit * FROM c WHERE c.id > @last ORDER BY c.id")
                .WithParameter("@limit", Page).WithParameter("@last", last), stop);
            foreach (var item in page.Where(item => item.Layout is null)) yield return RowOf(item) with { Etag = item.Etag };
            if (page.Count < Page) yield break;
            last = page[^1].Id;
        }
    }

    public async Task Write(IReadOnlyList<ScopeRow> rows, CancellationToken stop) {
        var now = OutboxTime.Of(time.GetUtcNow());
        foreach (var part in Parts(rows.Select((row, at) => (ItemOf(row, $"{now}.{at.ToString("d9", CultureInfo.InvariantCulture)}"), (string?)null)))) await Send(part, answer => answer.IsSuccessStatusCode ? true : throw Refused(answer), stop);
    }

    public async Task<int> Replace(IReadOnlyList<ScopeRowChange> changes, CancellationToken stop) {
        var items = new List<(Item, string?)>();
        foreach (var (was, now) in changes) {
            var item = ItemOf(now, "");
            if (item.Id != ItemOf(was, "").Id || was.Etag is not { } etag) throw new ArgumentException("A row stays what it is, in its place, and has to be one that was read.");
            if (item.Outbox is { } message) {
                // A message keeps its place in the order, which no row tells.
                if (await partition.Read(item.Id, stop) is not { Outbox: { } there }) continue;
                item = item with { Outbox = message with { Number = there.Number } };
            }
            items.Add((item, etag));
        }
        var done = 0;
        foreach (var part in Parts(items)) {
            if (await Replaced(part, stop)) done += part.Count;
            else foreach (var one in part) done += await Replaced([one], stop) ? 1 : 0;
        }
        return done;
    }

    public async Task<ScopeLayout> Layout(CancellationToken stop) => (await partition.Read(Item.LayoutId, stop))?.Layout ?? ScopeLayout.First;

    public Task SetLayout(ScopeLayout layout, CancellationToken stop) => layout == ScopeLayout.First ? partition.Delete(Item.LayoutId, stop) : partition.Stamp(layout, stop);

    /// <summary>False when one of them is not any more what was read: then all are as they were.</summary>
    private Task<bool> Replaced(List<(Item, string?)> part, CancellationToken stop) => Send(part, answer => answer.IsSuccessStatusCode
        || (answer.Any(one => one.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed) ? false : throw Refused(answer)), stop);

    private Task<bool> Send(List<(Item Item, string? Etag)> part, Func<TransactionalBatchResponse, bool> read, CancellationToken stop) {
        var work = partition.Batch();
        foreach (var (item, etag) in part) {
            var options = new TransactionalBatchItemRequestOptions { EnableContentResponseOnWrite = false, IfMatchEtag = etag };
            if (etag is null) work.UpsertItemStream(item.ToStream(), options);
            else work.ReplaceItemStream(item.Id, item.ToStream(), options);
        }
        return partition.Execute(work, read, stop);
    }

    /// <summary>As many at a time as one batch takes.</summary>
    private static IEnumerable<List<(Item Item, string? Etag)>> Parts(IEnumerable<(Item Item, string? Etag)> items) {
        var (part, bytes) = (new List<(Item, string?)>(), 0);
        foreach (var one in items) {
            var size = Encoding.UTF8.GetByteCount(one.Item.Body ?? "");
            if (part.Count == DocumentLimits.BatchOperations || part.Count > 0 && bytes + size > DocumentLimits.BatchBytes) {
                yield return part;
                (part, bytes) = ([], 0);
            }
            part.Add(one);
            bytes += size;
        }
        if (part.Count > 0) yield return part;
    }

    private static CosmosException Refused(TransactionalBatchResponse answer) => new(answer.ErrorMessage, answer.StatusCode, 0, answer.ActivityId, answer.RequestCharge);

    private static ScopeRow RowOf(Item item) {
        if (item.Outbox is { } message)
            return new MessageRow(message.Id, message.Name, message.To, item.Body!, message.Attempts, OutboxTime.Parse(message.Due), message.Parked, item.Trace);
        if (item.Consumed is { } at) return new ConsumedRow(item.Id[Item.ConsumedId("").Length..], OutboxTime.Parse(at));
        var (kind, keys) = item.Keys!.Single();
        return new DocumentRow(kind, item.Id[(kind.Length + 1)..], item.Body!,
            [.. keys.Select(key => new IndexEntry(key.Key, OrderedKey.ValueOf(key.Value))).OrderBy(entry => entry.Index, StringComparer.Ordinal)]);
    }

    private Item ItemOf(ScopeRow row, string number) => row switch {
        DocumentRow document => partition.Document(document.Kind, document.Id, document.Json, document.Entries),
        MessageRow message => partition.New(Item.MessageId(message.Id)) with {
            Body = message.Json, Trace = message.Trace, Outbox = new(message.Id, number, message.Name, message.To, message.Attempts, OutboxTime.Of(message.Due), message.Parked),
        },
        ConsumedRow consumed => partition.New(Item.ConsumedId(consumed.Id)) with { Consumed = OutboxTime.Of(consumed.At) },
        _ => throw new ArgumentException($"{row.GetType().Name} is no row of a scope."),
    };
}
