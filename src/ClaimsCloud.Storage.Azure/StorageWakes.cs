using Azure.Core;
using Azure.Storage.Queues;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;

namespace ClaimsCloud.Storage.Azure;

/// <summary>Sends wakes as messages of storage queues, one queue for each of the endpoint table. A message is the name of a scope and nothing else.</summary>
public sealed class StorageWakes {
    private readonly QueueServiceClient account;

    /// <param name="account">Connection string, or with an identity the address of the queue service.</param>
    public StorageWakes(string account, TokenCredential? identity) {
        // As host.json says it: the default of the trigger, base64, would only hide what is in a queue from whoever looks after it.
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        this.account = identity is null ? new(account, options) : new(new Uri(account), identity, options);
    }

    /// <summary>Name of the storage queue; the host of the triggers adds <c>-poison</c> for what failed too often.</summary>
    public static string QueueName(string queue) => "claims-" + queue;

    /// <summary>The queue must be there: in Azure <c>infra/</c> makes it, elsewhere <see cref="Provision"/>.</summary>
    public Task Send(string queue, ScopeName scope, TimeSpan delay, CancellationToken stop) =>
        account.GetQueueClient(QueueName(queue)).SendMessageAsync(scope.Text, visibilityTimeout: delay, cancellationToken: stop);

    public async Task Provision(EndpointTable table, CancellationToken stop) {
        foreach (var queue in table.Messages.Select(m => m.Queue).Distinct(StringComparer.Ordinal))
            await account.GetQueueClient(QueueName(queue)).CreateIfNotExistsAsync(cancellationToken: stop);
    }
}
