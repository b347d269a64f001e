using System.Collections.Concurrent;
using System.Diagnostics;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimsCloud.Application.Tests.Ports;

public abstract partial class OutboxContract : PortContract {
    private static readonly TenantId Tenant = new("here");

    [Fact]
    public async Task A_committed_message_reaches_its_handler_once_and_leaves_the_outbox() {
        await OpenTenant();
        var seen = new ConcurrentQueue<string>();
        await using var pump = Pump((message, _, _) => { seen.Enqueue(message.Body.Text); return Task.CompletedTask; });
        await Commit(Enumerable.Range(0, 30).Aggregate(Batch(), (batch, i) => batch.Send(new NoteWritten($"{i}"))));
        await Eventually.Holds("outbox empty", OutboxIsEmpty);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i}"), seen);
    }

    [Fact]
    public async Task Messages_of_a_process_that_died_are_delivered_by_the_next_one() {
        await OpenTenant();
        await Commit(Batch().Send(new NoteWritten("left behind")));
        await Restart();
        var seen = new TaskCompletionSource<string>();
        await using var pump = Pump((message, _, _) => { seen.TrySetResult(message.Body.Text); return Task.CompletedTask; });
        Assert.Equal("left behind", await seen.Task.WaitAsync(TimeSpan.FromSeconds(60), Stop));
    }

    [Fact]
    public async Task A_crash_between_the_effect_and_the_delete_gives_a_second_delivery_and_one_effect() {
        await OpenTenant();
        await Commit(Batch().Send(new NoteWritten("1")));
        var deliveries = 0;
        await using (var dying = Pump(CountOnce(() => deliveries++), stores => new FailingDeletes(stores))) {
            await Eventually.Holds("first delivery", () => Task.FromResult(Volatile.Read(ref deliveries) > 0));
        }
        await Restart();
        await using var pump = Pump(CountOnce(() => deliveries++));
        await Eventually.Holds("outbox empty", OutboxIsEmpty);
        Assert.True(deliveries >= 2, $"{deliveries} deliveries");
        Assert.Equal("1", (await Stores.Open(Here).Documents.Get(Note.Kind, "count", Stop))?.Value.Text);
    }

    [Fact]
    public async Task A_message_that_always_fails_is_parked_after_the_last_try_and_does_not_hold_up_others() {
        await OpenTenant();
        var good = 0;
        await using (Pump((message, _, _) => message.Body.Text == "poison" ? throw new InvalidOperationException("secret") : Task.FromResult(good++))) {
            await Commit(Batch().Send(new NoteWritten("poison")).Send(new NoteWritten("good")));
            await Eventually.Get("the poison is parked", async () => {
                Time.Advance(TimeSpan.FromSeconds(30));
                return (await Stores.Open(Here).Outbox.Parked(Stop)).SingleOrDefault();
            });
        }
        var parked = Assert.Single(await Stores.Open(Here).Outbox.Parked(Stop));
        Assert.Equal((nameof(NoteWritten), OutboxDelivery.Tries, nameof(InvalidOperationException)), (parked.Name, parked.Attempts, parked.Reason));
        Assert.Equal(1, good);
        await Restart();
        Assert.Single(await Stores.Open(Here).Outbox.Parked(Stop));
    }

    [Fact]
    public async Task A_handler_that_recovers_gets_its_message_again() {
        await OpenTenant();
        var tries = 0;
        await using var pump = Pump((_, _, _) => ++tries < 3 ? throw new IOException("not yet") : Task.CompletedTask);
        await Commit(Batch().Send(new NoteWritten("x")));
        await Eventually.Holds("outbox empty", async () => {
            Time.Advance(TimeSpan.FromSeconds(10));
            return await OutboxIsEmpty();
        });
        Assert.Equal(3, tries);
        Assert.Empty(await Stores.Open(Here).Outbox.Parked(Stop));
    }

    [Fact]
    public async Task A_message_that_nobody_handles_is_parked_by_the_sweep() {
        await OpenTenant();
        await Commit(Batch().Send(new Note("of a later version", "1")));
        await using var pump = Pump((_, _, _) => Task.CompletedTask);
        var parked = await Eventually.Get("it is parked", async () => (await Stores.Open(Here).Outbox.Parked(Stop)).SingleOrDefault());
        Assert.Equal("no-handler", parked.Reason);
    }

    [Fact]
    public async Task Consumed_ids_are_forgotten_only_when_told() {
        var message = new Received<NoteWritten>("m1", Here, new("x"));
        await Commit(Batch().Consume(message));
        await Stores.Open(Here).Outbox.ForgetConsumed(Time.GetUtcNow(), Stop);
        Assert.Equal(CommitResult.AlreadyConsumed, await Stores.Open(Here).Documents.Commit(Batch().Consume(message), Stop));
        await Stores.Open(Here).Outbox.ForgetConsumed(Time.GetUtcNow().AddSeconds(1), Stop);
        await Commit(Batch().Consume(message));
    }

    [Fact]
    public async Task Two_thousand_messages_of_one_tenant_do_not_hold_up_ten_of_another() {
        await OpenTenant();
        await OpenTenant(Elsewhere);
        for (var i = 0; i < 20; i++) await Commit(Enumerable.Range(0, 100).Aggregate(Batch(), (batch, n) => batch.Send(new NoteWritten($"{n}"))));
        await Commit(Enumerable.Range(0, 10).Aggregate(Batch(), (batch, n) => batch.Send(new NoteWritten($"{n}"))), Elsewhere);
        var (small, stuck) = (0, new TaskCompletionSource());
        // The first message of the large one does not end before all of the small one are through.
        await using var pump = Pump(async (_, tenant, stop) => {
            if (tenant.Id == Tenant) await stuck.Task.WaitAsync(stop);
            else Interlocked.Increment(ref small);
        });
        await Eventually.Holds("the small one is through", async () => (await Stores.Open(Elsewhere).Outbox.WaitingNames(Stop)).Count == 0);
        Assert.Equal(10, small);
        Assert.Equal(200, (await Stores.Open(Here).Outbox.Due([nameof(NoteWritten)], Time.GetUtcNow(), 200, Stop)).Count);
        stuck.SetResult();
    }

    [Fact]
    public async Task Another_scope_neither_sees_nor_touches_the_messages() {
        await Commit(Batch().Send(new NoteWritten("a")).Send(new NoteWritten("b")).Consume(new Received<NoteWritten>("m1", Here, new("x"))));
        var (mine, other) = (Stores.Open(Here).Outbox, Stores.Open(Elsewhere).Outbox);
        var due = await mine.Due([nameof(NoteWritten)], Time.GetUtcNow(), 10, Stop);
        Assert.Equal(2, due.Count);
        Assert.Empty(await other.Due([nameof(NoteWritten)], DateTimeOffset.MaxValue, 10, Stop));
        Assert.Empty(await other.WaitingNames(Stop));
        await other.Delete(due[0].Id, Stop);
        await other.Retry(due[0].Id, 3, DateTimeOffset.MaxValue, Stop);
        await other.Park(due[0].Id, "crossed", Stop);
        await other.ForgetConsumed(DateTimeOffset.MaxValue, Stop);
        Assert.Equal(due, await mine.Due([nameof(NoteWritten)], Time.GetUtcNow(), 10, Stop));
        Assert.Equal(CommitResult.AlreadyConsumed, await Stores.Open(Here).Documents.Commit(Batch().Consume(new Received<NoteWritten>("m1", Here, new("x"))), Stop));
        await mine.Park(due[0].Id, "reason", Stop);
        Assert.Empty(await other.Parked(Stop));
        await other.Resend(due[0].Id, Time.GetUtcNow(), Stop);
        Assert.Single(await mine.Parked(Stop));
    }

    [Fact]
    public async Task A_parked_message_that_is_sent_again_is_delivered_as_if_it_were_new() {
        await OpenTenant();
        var (broken, seen) = (true, 0);
        await using var pump = Pump((_, _, _) => broken ? throw new IOException("not yet") : Task.FromResult(seen++));
        await Commit(Batch().Send(new NoteWritten("x")));
        var parked = await Eventually.Get("it is parked", async () => {
            Time.Advance(TimeSpan.FromSeconds(30));
            return (await Stores.Open(Here).Outbox.Parked(Stop)).SingleOrDefault();
        });
        broken = false;
        await Stores.Open(Here).Outbox.Resend("another id", Time.GetUtcNow(), Stop);
        await Stores.Open(Here).Outbox.Resend(parked.Id, Time.GetUtcNow(), Stop);
        await Stores.Open(Here).Outbox.Resend(parked.Id, Time.GetUtcNow(), Stop);
        Signal.Wake(Here);
        await Eventually.Holds("outbox empty", OutboxIsEmpty);
        Assert.Equal(1, seen);
        Assert.Empty(await Stores.Open(Here).Outbox.Parked(Stop));
    }

    [Fact]
    public async Task The_span_of_a_message_is_linked_to_the_call_that_wrote_it_and_takes_nothing_else_along() {
        await OpenTenant();
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener {
            ShouldListenTo = source => source.Name == "ClaimsCloud", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData, ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var call = new Activity("a call") { TraceStateString = "name=hanako" }.AddBaggage("name", "hanako").Start();
        var batch = Batch().Send(new NoteWritten("x"));
        call.Stop();
        await Commit(batch);
        Assert.Equal(call.Id, Assert.Single(await Stores.Open(Here).Outbox.Due([nameof(NoteWritten)], Time.GetUtcNow(), 10, Stop)).Trace);
        string? inside = null;
        await using var pump = Pump((_, _, _) => Task.FromResult(inside = Activity.Current?.Baggage.FirstOrDefault().Value ?? Activity.Current?.TraceStateString ?? ""));
        await Eventually.Holds("outbox empty", OutboxIsEmpty);
        Assert.Equal("", inside);
        var mine = spans.Where(span => span.Links.Any(link => (link.Context.TraceId, link.Context.SpanId) == (call.TraceId, call.SpanId))).ToList();
        Assert.NotEmpty(mine);
        Assert.All(mine, span => Assert.NotEqual(call.TraceId, span.TraceId));
    }

    private static Func<Received<NoteWritten>, TenantScope, CancellationToken, Task> CountOnce(Action delivered) => async (message, tenant, stop) => {
        var was = await tenant.Documents.Get(Note.Kind, "count", stop);
        var batch = tenant.Batch().Consume(message);
        if (was is null) batch.Create(Note.Kind, "count", new Note("1", "1"));
        else batch.Replace(was, was.Value with { Text = $"{int.Parse(was.Value.Text) + 1}" });
        await tenant.Commit(batch, stop);
        delivered();
    };

    private RunningPump Pump(Func<Received<NoteWritten>, TenantScope, CancellationToken, Task> handler, Func<IStores, IStores>? around = null, Action<EndpointTable, string>? also = null) {
        var table = new EndpointTable();
        // Queues of its own: where a broker is between, no other test's node may take what is meant for this one.
        var run = new RandomIds().Next();
        table.MapMessage("OnNoteWritten", $"notes-{run}", handler);
        table.MapPlatformMessage<MessageParked>("OnParked", $"projections-{run}", (_, _, _) => Task.CompletedTask);
        table.MapPlatformMessage<MessageResent>("OnResent", $"projections-{run}", (_, _, _) => Task.CompletedTask);
        also?.Invoke(table, run);
        var stores = around is null ? Stores : around(Stores);
        var directory = new TenantDirectory(stores, Time, Ids);
        return Deliver(stores, table, directory, new(table, directory, NullLogger.Instance));
    }

    /// <summary>What brings messages to the handlers: the pump with its line, or wakes from outside.</summary>
    private protected virtual RunningPump Deliver(IStores stores, EndpointTable table, TenantDirectory directory, MessageHandlers handlers) {
        var line = Line(table, handlers);
        return new(new OutboxPump(stores, table, line, Signal, directory, Time, Ids, NullLogger<OutboxPump>.Instance).Run, line as IAsyncDisposable);
    }

    /// <summary>What carries messages to the handlers; the handlers themselves where there is no broker.</summary>
    private protected virtual IMessageLine Line(EndpointTable table, MessageHandlers handlers) => handlers;

    private async Task OpenTenant(ScopeName? scope = null) => await Stores.Open(ScopeName.Platform).Documents.Commit(
        Batch().Create(Tenancy.Tenant.Kind, (scope ?? Here).Tenant!.Value.Value, new Tenant("いぶき訪問看護ステーション", "1234567", Start)), Stop);

    private async Task Commit(Batch batch, ScopeName? scope = null) =>
        Assert.Equal(CommitResult.Committed, await Stores.Open(scope ?? Here).Documents.Commit(batch, Stop));

    private async Task<bool> OutboxIsEmpty() => (await Stores.Open(Here).Outbox.WaitingNames(Stop)).Count == 0;

    private protected sealed class RunningPump : IAsyncDisposable {
        private readonly CancellationTokenSource stop = new();
        private readonly Task running;
        private readonly IAsyncDisposable? broker;

        public RunningPump(Func<CancellationToken, Task> run, IAsyncDisposable? broker) => (running, this.broker) = (Task.Run(() => run(stop.Token)), broker);

        public async ValueTask DisposeAsync() {
            await stop.CancelAsync();
            try {
                await running;
            } finally {
                if (broker is not null) await broker.DisposeAsync();
                stop.Dispose();
            }
        }
    }
}
