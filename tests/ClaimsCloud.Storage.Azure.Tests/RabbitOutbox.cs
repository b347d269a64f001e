using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Messages.RabbitMq;
using ClaimsCloud.Storage.Azure.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimsCloud.Storage.Azure.Tests;

/// <summary>The suite of the outbox, unchanged, with a broker between the pump and the handlers.</summary>
public sealed class RabbitOutbox(AzureServers servers, RabbitServer rabbit) : OutboxContract {
    private readonly AzureData data = AzureData.On(servers);

    protected override ValueTask<IStores> OpenStores() => data.Open(Time, Signal);

    protected override ValueTask DeleteData() => data.Delete();
    private protected override IMessageLine Line(EndpointTable table, MessageHandlers handlers) =>
        RabbitLine.Connect(rabbit.Required(), table, handlers, NullLoggerFactory.Instance);
}
