using System.Collections.Concurrent;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Messages.RabbitMq;
using ClaimsCloud.Storage.Azure.Tests.Servers;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimsCloud.Storage.Azure.Tests;

/// <summary>What only a broker can do to messages: go away, come back without its memory, and spread them over nodes.</summary>
public sealed class RabbitLineTests(RabbitServer rabbit) : IAsyncLifetime {
    private static readonly ScopeName Here = ScopeName.Of(new("here"));
    private readonly TemporaryFolder folder = new();
    private readonly SeededIds ids = new(1);
    private readonly OutboxSignal signal = new();
    private readonly EndpointTable table = new();
    private readonly ConcurrentQueue<string> handled = new();
    private readonly CancellationTokenSource ending = new();
    private EmbeddedStores stores = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        stores = EmbeddedStores.Open(folder.Path, TimeProvider.System, signal);
        await stores.Open(ScopeName.Platform).Documents.Commit(
            new Batch(ids).Create(Tenant.Kind, "here", new Tenant("いぶき訪問看護ステーション", "1234567", TimeProvider.System.GetUtcNow())), Stop);
    }

    public async ValueTask DisposeAsync() {
        await stores.DisposeAsync();
        folder.Dispose();
        ending.Dispose();
    }

    [Fact]
    public async Task A_broker_that_dies_with_everything_in_it_loses_no_message() {
        // A broker of its own: the others' must live.
        await using var mortal = new RabbitServer();
        await mortal.InitializeAsync();
        var (dying, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        table.MapMessage<NoteWritten>("OnNoteWritten", "lost", async (message, _, _) => {
            if (message.Body.Text == "5" && dying.TrySetResult()) await held.Task;
            handled.Enqueue(message.Body.Text);
        });
        await using var line = RabbitLine.Connect(mortal.Required(), table, Handlers(), NullLoggerFactory.Instance);
        var running = Pump(line).Run(ending.Token);
        await Send(20);
        await dying.Task.WaitAsync(TimeSpan.FromSeconds(60), Stop);
        await mortal.Kill();
        held.SetResult();
        await Send(20);
        await mortal.Start();
        await Eventually.Holds("outbox empty", async () => (await stores.Open(Here).Outbox.WaitingNames(Stop)).Count == 0);
        Assert.Equal(20, handled.Distinct().Count());
        Assert.InRange(handled.Count, 40, 41);
        Assert.Empty(await stores.Open(Here).Outbox.Parked(Stop));
        await ending.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Another_node_handles_what_the_pump_of_this_one_sends() {
        var nodes = new ConcurrentDictionary<string, int>();
        var other = new EndpointTable();
        table.MapMessage<NoteWritten>("OnNoteWritten", "spread", (_, _, _) => Task.FromResult(nodes.AddOrUpdate("this", 1, (_, n) => n + 1)));
        other.MapMessage<NoteWritten>("OnNoteWritten", "spread", (_, _, _) => Task.FromResult(nodes.AddOrUpdate("other", 1, (_, n) => n + 1)));
        await using var far = RabbitLine.Connect(rabbit.Required(), other, new(other, new(stores, TimeProvider.System, ids), NullLogger.Instance), NullLoggerFactory.Instance);
        await using var line = RabbitLine.Connect(rabbit.Required(), table, Handlers(), NullLoggerFactory.Instance);
        var running = Pump(line).Run(ending.Token);
        var sent = 0;
        await Eventually.Holds("both nodes have handled some", async () => {
            await Send(2);
            sent += 2;
            await Eventually.Holds("outbox empty", async () => (await stores.Open(Here).Outbox.WaitingNames(Stop)).Count == 0);
            return nodes.Count == 2;
        });
        Assert.Equal(sent, nodes.Values.Sum());
        await ending.CancelAsync();
        await running;
    }

    private async Task Send(int count) {
        var batch = new Batch(ids);
        for (var i = 0; i < count; i++) batch.Send(new NoteWritten($"{i}"));
        Assert.Equal(CommitResult.Committed, await stores.Open(Here).Documents.Commit(batch, Stop));
    }

    private MessageHandlers Handlers() => new(table, new(stores, TimeProvider.System, ids), NullLogger.Instance);

    private OutboxPump Pump(IMessageLine line) =>
        new(stores, table, line, signal, new(stores, TimeProvider.System, ids), TimeProvider.System, ids, NullLogger<OutboxPump>.Instance);
}
