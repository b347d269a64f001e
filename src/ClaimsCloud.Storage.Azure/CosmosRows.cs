using System.Globalization;
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
            foreach (var item in page) yield return RowOf(item);
            if (page.Count < Page) yield break;
            last = page[^1].Id;
        }
    }

    public async Task Write(IReadOnlyList<ScopeRow> rows, CancellationToken stop) {
        var now = OutboxTime.Of(time.GetUtcNow());
        for (var at = 0; at < rows.Count;) {
            var work = partition.Batch();
            for (var (count, bytes) = (0, 0); at < rows.Count && count < DocumentLimits.BatchOperations; count++, at++) {
                var item = ItemOf(rows[at], $"{now}.{at.ToString("d9", CultureInfo.InvariantCulture)}");
                bytes += Encoding.UTF8.GetByteCount(item.Body ?? "");
                if (count > 0 && bytes > DocumentLimits.BatchBytes) break;
                work.UpsertItemStream(item.ToStream(), new() { EnableContentResponseOnWrite = false });
            }
            await ScopePartition.Execute(work, answer => answer.IsSuccessStatusCode
                ? true : throw new CosmosException(answer.ErrorMessage, answer.StatusCode, 0, answer.ActivityId, answer.RequestCharge), stop);
        }
    }

    private static ScopeRow RowOf(Item item) {
        if (item.Outbox is { } message)
            return new MessageRow(message.Id, message.Name, message.To, item.Body!, message.Attempts, OutboxTime.Parse(message.Due), message.Parked);
        if (item.Consumed is { } at) return new ConsumedRow(item.Id[Item.ConsumedId("").Length..], OutboxTime.Parse(at));
        var (kind, keys) = item.Keys!.Single();
        return new DocumentRow(kind, item.Id[(kind.Length + 1)..], item.Body!,
            [.. keys.Select(key => new IndexEntry(key.Key, OrderedKey.ValueOf(key.Value))).OrderBy(entry => entry.Index, StringComparer.Ordinal)]);
    }

    private Item ItemOf(ScopeRow row, string number) => row switch {
        DocumentRow document => partition.Document(document.Kind, document.Id, document.Json, document.Entries),
        MessageRow message => partition.New(Item.MessageId(message.Id)) with {
            Body = message.Json, Outbox = new(message.Id, number, message.Name, message.To, message.Attempts, OutboxTime.Of(message.Due), message.Parked),
        },
        ConsumedRow consumed => partition.New(Item.ConsumedId(consumed.Id)) with { Consumed = OutboxTime.Of(consumed.At) },
        _ => throw new ArgumentException($"{row.GetType().Name} is no row of a scope."),
    };
}
