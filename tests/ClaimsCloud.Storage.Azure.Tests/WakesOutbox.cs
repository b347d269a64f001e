using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Storage.Azure.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimsCloud.Storage.Azure.Tests;

/// <summary>The suite of the outbox, unchanged, with storage queues and no pump: every delivery is a call from outside.</summary>
public sealed class WakesOutbox(AzureServers servers) : OutboxContract {
    private readonly AzureData data = AzureData.On(servers);

    protected override ValueTask<IStores> OpenStores() => data.Open(Time, Signal);
    protected override ValueTask DeleteData() => data.Delete();

    private protected override RunningPump Deliver(IStores stores, EndpointTable table, TenantDirectory directory, MessageHandlers handlers) {
        var queue = new StorageWakes(servers.Queues, identity: null);
        // The suite's clock stands still while the queue's runs: the sweep, and not the delay, brings back what has to be tried again.
        var wakes = new OutboxWakes(stores, table, handlers, (name, scope, _, stop) => queue.Send(name, scope, TimeSpan.Zero, stop), directory, Time, Ids, NullLogger.Instance);
        return new(async stop => {
            await queue.Provision(table, stop);
            var hosts = table.Messages.Select(m => m.Queue).Select(name => new QueueHost(servers.Queues, StorageWakes.QueueName(name), (message, call) => Try(() => wakes.Deliver(name, ScopeName.Parse(message.MessageText), call))));
            await Task.WhenAll([wakes.Forward(Signal, stop), .. hosts.Select(host => host.Run(idle => Try(() => wakes.Sweep(idle)), stop))]);
        }, broker: null);
    }

    private static async Task<bool> Try(Func<Task> call) {
        try {
            await call();
            return true;
        } catch (Exception e) when (e is not OperationCanceledException) {
            return false;
        }
    }
}
