using ClaimsCloud.Application.Desk;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Testing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimsCloud.Application.Tests.Desk;

public sealed class ParkedMessageTests : IAsyncLifetime {
    private static readonly TenantId Ibuki = new("ibuki");
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new(CloudHarness.Start);
    private readonly SeededIds ids = new(1);
    private readonly OutboxSignal signal = new();
    private readonly CancellationTokenSource ending = new();
    private EmbeddedStores stores = null!;
    private TenantDirectory directory = null!;
    private DeskScope desk = null!;
    private Task pump = Task.CompletedTask;
    private bool broken = true;
    private int handled;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        stores = EmbeddedStores.Open(folder.Path, time, signal);
        directory = new(stores, time, ids);
        desk = new(directory.Platform);
        await directory.Platform.Commit(directory.Platform.Batch().Create(Tenant.Kind, Ibuki.Value, new Tenant("いぶき訪問看護ステーション", "1234567", time.GetUtcNow()))
            .Send(new StationOpened(Ibuki.Value, "いぶき訪問看護ステーション")), Stop);
        var table = new EndpointTable();
        table.MapDesk();
        table.MapMessage<Poison>("OnPoison", "poison", (_, _, _) => broken ? throw new InvalidDataException("氏名 花子") : Task.FromResult(Interlocked.Increment(ref handled)));
        pump = new OutboxPump(stores, table, new MessageHandlers(table, directory, NullLogger.Instance), signal, directory, time, ids, NullLogger<OutboxPump>.Instance).Run(ending.Token);
    }

    public async ValueTask DisposeAsync() {
        await ending.CancelAsync();
        await pump;
        await stores.DisposeAsync();
        folder.Dispose();
        ending.Dispose();
    }

    [Fact]
    public async Task The_desk_sees_what_is_parked_and_sends_it_again_without_entering_the_tenant() {
        var row = await Parked();
        Assert.Equal(("ibuki", "いぶき訪問看護ステーション", nameof(Poison), nameof(InvalidDataException)), (row.StationId, row.StationName, row.Message, row.Reason));
        broken = false;
        Assert.IsType<Accepted>((await ResendParkedMessage.Handle(row.StationId, row.MessageId, desk, Caller.Host, Stop)).Result);
        await Eventually.Holds("it is handled and off the list", async () => Volatile.Read(ref handled) == 1 && (await List()).Count == 0);
        Assert.IsType<Refused>((await ResendParkedMessage.Handle(row.StationId, row.MessageId, desk, Caller.Host, Stop)).Result);
    }

    [Fact]
    public async Task A_message_that_fails_again_is_parked_again() {
        var row = await Parked();
        await ResendParkedMessage.Handle(row.StationId, row.MessageId, desk, Caller.Host, Stop);
        var again = await Eventually.Get("it is parked once more", async () => {
            time.Advance(TimeSpan.FromSeconds(30));
            return (await List()).SingleOrDefault(m => m.ParkedAt > row.ParkedAt);
        });
        Assert.Equal(row.MessageId, again.MessageId);
    }

    [Theory, InlineData("ibuki", "no such message"), InlineData("no-such-station", "m"), InlineData("../up", "m")]
    public async Task What_is_not_parked_cannot_be_sent_again(string station, string message) =>
        Assert.Equal(Refusals.NotFound, Assert.IsType<Refused>((await ResendParkedMessage.Handle(station, message, desk, Caller.Host, Stop)).Result).Refusal);

    private async Task<ParkedMessageRow> Parked() {
        var tenant = (await directory.Open(Ibuki, Stop))!;
        await tenant.Commit(tenant.Batch().Send(new Poison("x")), Stop);
        return await Eventually.Get("the desk sees it", async () => {
            time.Advance(TimeSpan.FromSeconds(30));
            return (await List()).SingleOrDefault();
        });
    }

    private async Task<IReadOnlyList<ParkedMessageRow>> List() => (await ListParkedMessages.Handle(null, desk, Stop)).Value!.Items;

    private sealed record Poison(string Text);
}
