using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimsCloud.Application.Tests.CustomHandler;

/// <summary>What the end of a line answers to messages that another node, perhaps of another version, sent over it.</summary>
public sealed class MessageHandlersTests : IAsyncDisposable {
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new(CloudHarness.Start);
    private readonly EmbeddedStores stores;

    public MessageHandlersTests() => stores = EmbeddedStores.Open(folder.Path, time, new());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_this_version_does_not_know_fails_by_its_code() =>
        Assert.Equal(LineAnswer.Failed("no-handler"), await Deliver("Shipped", ScopeName.Platform));

    [Fact]
    public async Task A_message_to_a_tenant_that_is_gone_fails_by_its_code() =>
        Assert.Equal(LineAnswer.Failed("no-tenant"), await Deliver(nameof(NoteWritten), ScopeName.Of(new("gone"))));

    public async ValueTask DisposeAsync() {
        await stores.DisposeAsync();
        folder.Dispose();
    }

    private Task<LineAnswer> Deliver(string name, ScopeName to) {
        var table = new EndpointTable();
        table.MapMessage<NoteWritten>("OnNoteWritten", "notes", (_, _, _) => Task.CompletedTask);
        return new MessageHandlers(table, new(stores, time, new SeededIds(1)), NullLogger.Instance).Deliver(new("m1", name, to, """{"text":"x"}""", 0), ScopeName.Platform, Stop);
    }
}
