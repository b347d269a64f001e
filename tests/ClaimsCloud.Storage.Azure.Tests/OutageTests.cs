using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Storage.Azure.Tests.Servers;
using ClaimsCloud.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimsCloud.Storage.Azure.Tests;

/// <summary>A Cosmos that stays throttled, and accounts that nobody answers at: outages, and no message pays for them.</summary>
public sealed class OutageTests(AzureServers servers) : IAsyncLifetime {
    private static readonly ScopeName Here = ScopeName.Of(new("here"));
    private readonly AzureData data = AzureData.OnDouble(servers);
    private readonly ManualTime time = new(CloudHarness.Start);
    private readonly OutboxSignal signal = new();
    private readonly SeededIds ids = new(1);
    private AzureStores stores = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        await (await data.Open(time, signal)).DisposeAsync();
        stores = new(data.Settings with { ThrottledPatience = TimeSpan.FromMilliseconds(1) }, time, signal);
    }

    public async ValueTask DisposeAsync() {
        await stores.DisposeAsync();
        await data.Delete();
    }

    [Fact]
    public async Task A_message_whose_handler_meets_a_throttled_store_for_an_hour_is_handled_once_and_never_parked() {
        var (met, table, directory) = (0, new EndpointTable(), new TenantDirectory(stores, time, ids));
        table.MapMessage<NoteWritten>("OnNoteWritten", "notes", async (message, tenant, stop) => {
            Interlocked.Increment(ref met);
            await tenant.Commit(tenant.Batch().Create(Note.Kind, "effect", new Note(message.Body.Text, "1")).Consume(message), stop);
        });
        await stores.Open(ScopeName.Platform).Documents.Commit(new Batch(ids).Create(Tenant.Kind, "here", new Tenant("いぶき訪問看護ステーション", "1234567", time.GetUtcNow())), Stop);
        using var ending = new CancellationTokenSource();
        var pump = new OutboxPump(stores, table, new MessageHandlers(table, directory, NullLogger.Instance), signal, directory, time, ids, NullLogger<OutboxPump>.Instance).Run(ending.Token);
        await stores.Open(Here).Documents.Commit(new Batch(ids).Send(new NoteWritten("x")), Stop);
        await servers.Required().Throttle(data.Settings.Database, 1_000_000);
        var minutes = 0;
        await Eventually.Holds("an hour is over in which many calls were refused", async () => {
            time.Advance(TimeSpan.FromMinutes(1));
            return ++minutes > 60 && await servers.Required().Left(data.Settings.Database) < 1_000_000 - 100;
        });
        await servers.Required().Throttle(data.Settings.Database, 0);
        await Eventually.Holds("it is handled", async () => {
            time.Advance(TimeSpan.FromSeconds(30));
            return (await stores.Open(Here).Outbox.WaitingNames(Stop)).Count == 0;
        });
        Assert.Equal("x", (await stores.Open(Here).Documents.Get(Note.Kind, "effect", Stop))!.Value.Text);
        Assert.Empty(await stores.Open(Here).Outbox.Parked(Stop));
        await ending.CancelAsync();
        await pump;
    }

    /// <summary>Nobody listens there.</summary>
    [Fact]
    public async Task Accounts_that_are_away_are_an_outage_at_every_port() {
        var nobody = data.Settings with { Cosmos = "AccountEndpoint=http://127.0.0.1:9/;AccountKey=AAAA;", Blobs = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:9/a" };
        await using var away = new AzureStores(nobody, time, signal);
        var at = away.Open(Here);
        await Away(() => at.Documents.Get(Note.Kind, "a", Stop));
        await Away(() => at.Documents.Commit(new Batch(ids).Create(Note.Kind, "a", new Note("x", "1")), Stop));
        await Away(() => at.Outbox.Due([nameof(NoteWritten)], time.GetUtcNow(), 10, Stop));
        await Away(() => at.Blobs.Open("a", 0, null, Stop));
    }

    private static async Task Away(Func<Task> call) => Assert.Equal(StoreTrouble.Away, (await Assert.ThrowsAsync<StoreOutageException>(call)).Trouble);
}
