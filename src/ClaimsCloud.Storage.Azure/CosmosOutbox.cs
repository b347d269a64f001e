using ClaimsCloud.Application.Shared;
using Microsoft.Azure.Cosmos;

namespace ClaimsCloud.Storage.Azure;

internal sealed class CosmosOutbox(ScopePartition partition) : IOutbox {
    private const int Page = 100;
    private const string Waiting = "IS_DEFINED(c.outbox.due) AND NOT IS_DEFINED(c.outbox.parked)";

    public async Task<IReadOnlyList<OutboxMessage>> Due(IReadOnlyCollection<string> names, DateTimeOffset now, int limit, CancellationToken stop) {
        var found = await partition.Query<Item>(new QueryDefinition(
            $"SELECT TOP @limit * FROM c WHERE {Waiting} AND c.outbox.due <= @now AND ARRAY_CONTAINS(@names, c.outbox.name) ORDER BY c.outbox.number")
            .WithParameter("@limit", limit).WithParameter("@now", OutboxTime.Of(now)).WithParameter("@names", names), stop);
        return [.. found.Select(item => new OutboxMessage(item.Outbox!.Id, item.Outbox.Name, ScopeName.Parse(item.Outbox.To), item.Body!, item.Outbox.Attempts, item.Trace))];
    }

    public Task Delete(string id, CancellationToken stop) => partition.Delete(Item.MessageId(id), stop);

    public Task Retry(string id, int attempts, DateTimeOffset due, CancellationToken stop) => partition.Patch(Item.MessageId(id),
        [PatchOperation.Set("/outbox/attempts", attempts), PatchOperation.Set("/outbox/due", OutboxTime.Of(due))], stop);

    public Task Park(string id, string reason, CancellationToken stop) => partition.Patch(Item.MessageId(id),
        [PatchOperation.Increment("/outbox/attempts", 1), PatchOperation.Set("/outbox/parked", reason)], stop);

    /// <summary>Under the etag: of two who send it again at once, the second must not take a try from a message that is already on its way.</summary>
    public async Task Resend(string id, DateTimeOffset due, CancellationToken stop) {
        if (await partition.Read(Item.MessageId(id), stop) is not { Outbox.Parked: not null } item) return;
        await partition.Patch(item.Id, [PatchOperation.Remove("/outbox/parked"), PatchOperation.Set("/outbox/attempts", 0),
            PatchOperation.Set("/outbox/due", OutboxTime.Of(due))], stop, item.Etag);
    }

    public async Task<IReadOnlyList<ParkedMessage>> Parked(CancellationToken stop) {
        var found = await partition.Query<Item>(new("SELECT * FROM c WHERE IS_DEFINED(c.outbox.parked) ORDER BY c.outbox.number"), stop);
        return [.. found.Select(item => new ParkedMessage(item.Outbox!.Id, item.Outbox.Name, item.Outbox.Attempts, item.Outbox.Parked!))];
    }

    /// <summary>One look a name: each asks for the first one after the last.</summary>
    public async Task<IReadOnlyList<string>> WaitingNames(CancellationToken stop) {
        var names = new List<string>();
        while (true) {
            var next = await partition.Query<string>(new QueryDefinition($"SELECT TOP 1 VALUE c.outbox.name FROM c WHERE {Waiting} AND c.outbox.name > @last ORDER BY c.outbox.name")
                .WithParameter("@last", names.LastOrDefault("")), stop);
            if (next.Count == 0) return names;
            names.AddRange(next);
        }
    }

    public async Task ForgetConsumed(DateTimeOffset before, CancellationToken stop) {
        var ids = await partition.Query<string>(new QueryDefinition("SELECT VALUE c.id FROM c WHERE c.consumed < @before").WithParameter("@before", OutboxTime.Of(before)), stop);
        foreach (var page in ids.Chunk(Page)) {
            var work = partition.Batch();
            foreach (var id in page) work.DeleteItem(id);
            // Another process may have been here first: the next sweep sees what is left.
            await partition.Execute(work, answer => answer.StatusCode == System.Net.HttpStatusCode.NotFound || answer.IsSuccessStatusCode
                ? true : throw new CosmosException(answer.ErrorMessage, answer.StatusCode, 0, answer.ActivityId, answer.RequestCharge), stop);
        }
    }
}
