using System.Collections.Concurrent;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimsCloud.Application.Tests.CustomHandler;

/// <summary>What wakes do that a pump does not: end their turn, be turned away, find what a dead process held. The contract of the outbox runs on them beside the storage queues.</summary>
public sealed class WakesTests : IAsyncLifetime {
    private const string Queue = "notes";
    private static readonly ScopeName Here = ScopeName.Of(new("here"));
    private readonly ManualTime time = new(CloudHarness.Start);
    private readonly TemporaryFolder folder = new();
    private readonly SeededIds ids = new(1);
    private readonly OutboxSignal signal = new();
    private readonly ConcurrentQueue<(string Queue, ScopeName Scope, TimeSpan Delay)> sent = new();
    private readonly ConcurrentQueue<string> handled = new();
    private EmbeddedStores stores = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IOutbox Outbox => stores.Open(Here).Outbox;

    public async ValueTask InitializeAsync() {
        stores = EmbeddedStores.Open(folder.Path, time, signal);
        await stores.Open(ScopeName.Platform).Documents.Commit(new Batch(ids).Create(Tenant.Kind, "here", new Tenant("いぶき訪問看護ステーション", "1234567", time.GetUtcNow())), Stop);
    }

    [Fact]
    public async Task A_turn_that_is_over_leaves_the_rest_to_a_wake_at_the_end_of_the_queue() {
        var wakes = Wakes(message => {
            time.Advance(OutboxWakes.Turn);
            handled.Enqueue(message);
            return Task.CompletedTask;
        });
        await Send("1", "2", "3");
        await wakes.Deliver(Queue, Here, Stop);
        Assert.Equal(["1"], handled);
        Assert.Equal([(Queue, Here, TimeSpan.Zero)], sent);
        await wakes.Deliver(Queue, Here, Stop);
        await wakes.Deliver(Queue, Here, Stop);
        await wakes.Deliver(Queue, Here, Stop);
        Assert.Equal(["1", "2", "3"], handled);
        Assert.Empty(await Outbox.WaitingNames(Stop));
    }

    [Fact]
    public async Task Of_many_wakes_at_once_one_delivers_and_looks_again_for_what_came_meanwhile() {
        var (busy, go, most, now) = (new TaskCompletionSource(), new TaskCompletionSource(), 0, 0);
        var wakes = Wakes(async message => {
            most = Math.Max(most, Interlocked.Increment(ref now));
            busy.TrySetResult();
            await go.Task;
            handled.Enqueue(message);
            Interlocked.Decrement(ref now);
        });
        await Send("1");
        var first = wakes.Deliver(Queue, Here, Stop);
        await busy.Task;
        await Send("2");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => wakes.Deliver(Queue, Here, Stop)));
        Assert.Empty(handled);
        go.SetResult();
        await first;
        Assert.Equal(["1", "2"], handled);
        Assert.Equal(1, most);
        Assert.Empty(sent);
    }

    [Fact]
    public async Task A_handler_that_takes_long_keeps_its_lane() {
        var (busy, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var wakes = Wakes(async message => {
            busy.TrySetResult();
            await go.Task;
            handled.Enqueue(message);
        });
        await Send("long");
        var first = wakes.Deliver(Queue, Here, Stop);
        await busy.Task;
        for (var i = 0; i < 8; i++) {
            time.Advance(LaneHold.Life / 4);
            var until = time.GetUtcNow() + LaneHold.Life;
            await Eventually.Holds("the holder says that it lives", async () => (await Lane())!.Until == until);
        }
        await wakes.Deliver(Queue, Here, Stop);
        go.SetResult();
        await first;
        Assert.Equal(["long"], handled);
    }

    [Fact]
    public async Task A_message_that_takes_its_process_with_it_is_parked_after_the_last_try_and_others_go_on() {
        var wakes = Wakes(message => {
            handled.Enqueue(message);
            return Task.CompletedTask;
        });
        await Send("deadly");
        var deadly = Assert.Single(await Outbox.Due([nameof(NoteWritten)], time.GetUtcNow(), 10, Stop)).Id;
        for (var death = 1; death <= OutboxDelivery.Tries; death++) {
            // As a process leaves it that was killed with the message in its hands.
            await Write(new Lane("dead", time.GetUtcNow() + LaneHold.Life, deadly, Again: false));
            await wakes.Deliver(Queue, Here, Stop);
            Assert.Equal("dead", (await Lane())!.Holder);
            await Send("good");
            time.Advance(TimeSpan.FromMinutes(20));
            await wakes.Deliver(Queue, Here, Stop);
            Assert.Equal(death, handled.Count);
        }
        Assert.DoesNotContain("deadly", handled);
        var parked = Assert.Single(await Outbox.Parked(Stop));
        Assert.Equal((deadly, OutboxDelivery.Tries, "host-died"), (parked.Id, parked.Attempts, parked.Reason));
    }

    [Fact]
    public async Task A_message_that_fails_is_woken_when_its_next_try_is_due_and_waits_for_nobody() {
        var wakes = Wakes(message => {
            if (message == "bad") throw new IOException("not yet");
            handled.Enqueue(message);
            return Task.CompletedTask;
        });
        await Send("bad", "good");
        await wakes.Deliver(Queue, Here, Stop);
        Assert.Equal(["good"], handled);
        Assert.Equal([(Queue, Here, TimeSpan.FromSeconds(1))], sent);
        await wakes.Deliver(Queue, Here, Stop);
        Assert.Single(sent);
        time.Advance(TimeSpan.FromSeconds(1));
        await wakes.Deliver(Queue, Here, Stop);
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15)], sent.Select(s => s.Delay));
    }

    [Fact]
    public async Task A_call_that_is_broken_off_gives_its_lane_back_and_counts_no_try() {
        using var ending = new CancellationTokenSource();
        var busy = new TaskCompletionSource();
        var table = new EndpointTable();
        table.MapMessage<NoteWritten>("OnNoteWritten", Queue, async (_, _, stop) => {
            busy.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        });
        await Send("x");
        var broken = Wakes(table).Deliver(Queue, Here, ending.Token);
        await busy.Task;
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => broken);
        Assert.False((await Lane())!.IsHeld(time.GetUtcNow()));
        Assert.Equal(0, Assert.Single(await Outbox.Due([nameof(NoteWritten)], time.GetUtcNow(), 10, Stop)).Attempts);
    }

    public async ValueTask DisposeAsync() {
        await stores.DisposeAsync();
        folder.Dispose();
    }

    private OutboxWakes Wakes(Func<string, Task> handler) {
        var table = new EndpointTable();
        table.MapMessage<NoteWritten>("OnNoteWritten", Queue, (message, _, _) => handler(message.Body.Text));
        return Wakes(table);
    }

    private OutboxWakes Wakes(EndpointTable table) {
        var directory = new TenantDirectory(stores, time, ids);
        return new(stores, table, new(table, directory, NullLogger.Instance), (queue, scope, delay, _) => {
            sent.Enqueue((queue, scope, delay));
            return Task.CompletedTask;
        }, directory, time, ids, NullLogger.Instance);
    }

    private async Task Send(params string[] texts) =>
        Assert.Equal(CommitResult.Committed, await stores.Open(Here).Documents.Commit(texts.Aggregate(new Batch(ids), (batch, text) => batch.Send(new NoteWritten(text))), Stop));

    private async Task<Lane?> Lane() => (await stores.Open(Here).Documents.Get(Tenancy.Lane.Kind, Queue, Stop))?.Value;

    private async Task Write(Lane lane) {
        var was = await stores.Open(Here).Documents.Get(Tenancy.Lane.Kind, Queue, Stop);
        var batch = was is null ? new Batch(ids).Create(Tenancy.Lane.Kind, Queue, lane) : new Batch(ids).Replace(was, lane);
        Assert.Equal(CommitResult.Committed, await stores.Open(Here).Documents.Commit(batch, Stop));
    }
}
