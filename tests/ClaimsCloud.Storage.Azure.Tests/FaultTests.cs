using System.Net;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Storage.Azure.Tests.Servers;
using ClaimsCloud.Testing;
using Microsoft.Azure.Cosmos;

namespace ClaimsCloud.Storage.Azure.Tests;

/// <summary>What becomes of a commit when Cosmos is overloaded or the line breaks. The double does it on order.</summary>
public sealed class FaultTests(AzureServers servers) : IAsyncLifetime {
    private static readonly ScopeName Here = ScopeName.Of(new("here"));
    private readonly AzureData data = AzureData.OnDouble(servers);
    private readonly SeededIds ids = new(1);
    private AzureStores stores = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
    private IDocuments Documents => stores.Open(Here).Documents;

    public async ValueTask InitializeAsync() {
        await (await data.Open(TimeProvider.System, new())).DisposeAsync();
        stores = new(data.Settings with { ThrottledPatience = TimeSpan.FromSeconds(2) }, TimeProvider.System, new());
    }

    public async ValueTask DisposeAsync() {
        await stores.DisposeAsync();
        await data.Delete();
    }

    [Fact]
    public async Task A_throttled_commit_is_repeated_and_done_once() {
        await servers.Required().Throttle(data.Settings.Database, 4);
        Assert.Equal(CommitResult.Committed, await Documents.Commit(OneNote(), Stop));
        Assert.Equal(0, await servers.Required().Left(data.Settings.Database));
        Assert.Single(await Due());
    }

    /// <summary>One database in 64 has an id that is written otherwise in an address than in a signature.</summary>
    [Fact]
    public async Task A_throttled_commit_is_repeated_whatever_the_id_of_its_database() {
        for (var i = 0; i < 64; i++) {
            var other = AzureData.OnDouble(servers);
            await using var fresh = await other.Open(TimeProvider.System, new());
            await servers.Required().Throttle(other.Settings.Database, 1);
            Assert.Equal(CommitResult.Committed, await fresh.Open(Here).Documents.Commit(OneNote(), Stop));
            await other.Delete();
        }
    }

    [Fact]
    public async Task A_throttled_read_query_and_settlement_are_repeated_too() {
        Assert.Equal(CommitResult.Committed, await Documents.Commit(OneNote(), Stop));
        await servers.Required().Throttle(data.Settings.Database, 3);
        Assert.NotNull(await Documents.Get(Note.Kind, "a", Stop));
        await servers.Required().Throttle(data.Settings.Database, 3);
        var message = Assert.Single(await Due());
        await servers.Required().Throttle(data.Settings.Database, 3);
        await stores.Open(Here).Outbox.Park(message.Id, "x", Stop);
        Assert.Equal(1, Assert.Single(await stores.Open(Here).Outbox.Parked(Stop)).Attempts);
    }

    [Fact]
    public async Task A_commit_that_stays_throttled_is_an_outage_and_leaves_nothing_behind() {
        await servers.Required().Throttle(data.Settings.Database, 1000);
        var outage = await Assert.ThrowsAsync<StoreOutageException>(() => Documents.Commit(OneNote(), Stop));
        Assert.Equal((StoreTrouble.Away, HttpStatusCode.TooManyRequests), (outage.Trouble, Assert.IsType<CosmosException>(outage.InnerException).StatusCode));
        await servers.Required().Throttle(data.Settings.Database, 0);
        Assert.Null(await Documents.Get(Note.Kind, "a", Stop));
        Assert.Empty(await Due());
        Assert.Equal(CommitResult.Committed, await Documents.Commit(OneNote(), Stop));
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_there_whole_and_its_repetition_changes_nothing() {
        var message = new Received<NoteWritten>("m1", Here, new("x"));
        // The first look at the scope's stamp is not what is to be lost.
        Assert.Null(await Documents.Get(Note.Kind, "a", Stop));
        await servers.Required().LoseAnswers(data.Settings.Database, 1);
        CommitResult? first = null;
        try {
            first = await Documents.Commit(OneNote().Consume(message), Stop);
        } catch (StoreOutageException) {
            // The caller cannot know. What it does is what the pump does: the same again.
        }
        Assert.NotEqual(CommitResult.Committed, first);
        Assert.Equal(CommitResult.AlreadyConsumed, await Documents.Commit(OneNote().Consume(message), Stop));
        Assert.NotNull(await Documents.Get(Note.Kind, "a", Stop));
        Assert.Single(await Due());
    }

    private Batch OneNote() => new Batch(ids).Create(Note.Kind, "a", new Note("x", "1")).Send(new NoteWritten("x"));

    private Task<IReadOnlyList<OutboxMessage>> Due() => stores.Open(Here).Outbox.Due([nameof(NoteWritten)], DateTimeOffset.MaxValue, 10, Stop);
}
