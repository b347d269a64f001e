using System.Collections.Concurrent;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>What comes from outside: messages of other versions, stores that are away, clocks.</summary>
public abstract partial class OutboxContract {
    [Fact]
    public async Task A_message_of_a_later_version_is_parked_and_the_version_that_knows_it_sends_it_again_by_itself() {
        await OpenTenant();
        await Commit(Batch().Send(new Later.Shipped("x")).Send(new NoteWritten("good")));
        var (good, shipped) = (0, 0);
        await using (Pump((_, _, _) => Task.FromResult(Interlocked.Increment(ref good)))) {
            await Eventually.Holds("it is parked and the other handled", async () =>
                (await Stores.Open(Here).Outbox.Parked(Stop)) is [{ Reason: "no-handler", Name: nameof(Later.Shipped) }] && Volatile.Read(ref good) == 1);
        }
        await Restart();
        await using var upgraded = Pump((_, _, _) => Task.CompletedTask, also: (table, run) => table.MapMessage<Later.Shipped>("OnShipped", $"shipped-{run}", (_, _, _) => Task.FromResult(Interlocked.Increment(ref shipped))));
        await Eventually.Holds("it is handled", async () => Volatile.Read(ref shipped) == 1 && await OutboxIsEmpty());
        Assert.Empty(await Stores.Open(Here).Outbox.Parked(Stop));
    }

    [Fact]
    public async Task Of_a_known_message_more_than_is_known_is_passed_over_and_less_than_is_needed_is_parked() {
        await OpenTenant();
        var seen = new ConcurrentQueue<string>();
        await using var pump = Pump((message, _, _) => { seen.Enqueue(message.Body.Text); return Task.CompletedTask; });
        await Commit(Batch().Send(new More.NoteWritten("more", 7)).Send(new Less.NoteWritten(7)).Send(new Nothing.NoteWritten(null)).Send(new NoteWritten("good")));
        await Eventually.Holds("both that cannot be read are parked", async () => {
            Time.Advance(TimeSpan.FromSeconds(30));
            return (await Stores.Open(Here).Outbox.Parked(Stop)).Count == 2;
        });
        Assert.All(await Stores.Open(Here).Outbox.Parked(Stop), parked => Assert.Equal(("NoteWritten", "JsonException"), (parked.Name, parked.Reason)));
        Assert.Equal(["good", "more"], seen.Order());
    }

    [Fact]
    public async Task A_store_that_is_away_for_hours_parks_no_message() {
        await OpenTenant();
        var (tries, away, done) = (0, true, 0);
        await using var pump = Pump((_, _, _) => {
            if (!Volatile.Read(ref away)) return Task.FromResult(Interlocked.Increment(ref done));
            Interlocked.Increment(ref tries);
            throw new StoreOutageException(StoreTrouble.Full, new IOException("no room"));
        });
        await Commit(Batch().Send(new NoteWritten("x")));
        await Eventually.Holds("it was tried more often than a bad message is", () => {
            Time.Advance(TimeSpan.FromMinutes(10));
            return Task.FromResult(Volatile.Read(ref tries) > 3 * OutboxDelivery.Tries);
        });
        Assert.Empty(await Stores.Open(Here).Outbox.Parked(Stop));
        Volatile.Write(ref away, false);
        await Eventually.Holds("outbox empty", async () => {
            Time.Advance(TimeSpan.FromSeconds(30));
            return await OutboxIsEmpty();
        });
        Assert.Equal(1, done);
        Assert.Empty(await Stores.Open(Here).Outbox.Parked(Stop));
    }

    [Fact]
    public async Task What_a_clock_that_ran_ahead_made_due_tomorrow_is_delivered_when_it_is_right_again() {
        await OpenTenant();
        await Commit(Batch().Send(new NoteWritten("x")));
        var outbox = Stores.Open(Here).Outbox;
        await outbox.Retry(Assert.Single(await outbox.Due([nameof(NoteWritten)], Time.GetUtcNow(), 10, Stop)).Id, 1, Time.GetUtcNow().AddDays(1), Stop);
        await using var pump = Pump((_, _, _) => Task.CompletedTask);
        await Eventually.Holds("outbox empty", OutboxIsEmpty);
    }

    [Fact]
    public async Task A_scope_that_cannot_be_looked_through_does_not_keep_the_sweep_from_the_others() {
        // The broken one comes first.
        await OpenTenant(Elsewhere);
        await OpenTenant();
        await Commit(Batch().Send(new Note("of a later version", "1")));
        await using var pump = Pump((_, _, _) => Task.CompletedTask, stores => new OneBroken(stores, Elsewhere));
        await Eventually.Get("it is parked", async () => (await Stores.Open(Here).Outbox.Parked(Stop)).SingleOrDefault());
    }

    private sealed class OneBroken(IStores inner, ScopeName broken) : IStores {
        public ScopeStores Open(ScopeName scope) => scope == broken ? throw new InvalidDataException("The file is damaged.") : inner.Open(scope);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    // What other versions call by the same name.
    private static class More {
        internal sealed record NoteWritten(string Text, int Added);
    }

    private static class Less {
        internal sealed record NoteWritten(int Added);
    }

    private static class Nothing {
        internal sealed record NoteWritten(string? Text);
    }

    private static class Later {
        internal sealed record Shipped(string Text);
    }
}
