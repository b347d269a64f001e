using ClaimsCloud.Application.Shared;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>Finds the handler of a message and runs it in its tenant: the end of every line, and the whole line on one node.</summary>
/// <param name="watch">Null where nobody is told of outages.</param>
public sealed class MessageHandlers(EndpointTable table, TenantDirectory directory, ILogger log, StoreWatch? watch = null) : IMessageLine {
    internal const string NoHandler = "no-handler", NoTenant = "no-tenant";

    private readonly Dictionary<string, MessageEndpoint> endpoints = table.Messages.ToDictionary(m => m.Message, StringComparer.Ordinal);

    public Task<LineAnswer> Deliver(OutboxMessage message, ScopeName from, CancellationToken stop) => WorkMeasures.Of(message, from, () => Handle(message, from, stop));

    private async Task<LineAnswer> Handle(OutboxMessage message, ScopeName from, CancellationToken stop) {
        // A node of a later version sent it.
        if (!endpoints.TryGetValue(message.Name, out var endpoint)) return LineAnswer.Failed(NoHandler);
        try {
            var tenant = message.To.Tenant is { } id ? await directory.Open(id, stop) : null;
            if (tenant is null && message.To.Tenant is not null) return LineAnswer.Failed(NoTenant);
            await endpoint.Deliver(message, from, tenant, directory.Platform, stop);
            return LineAnswer.Handled;
        } catch (StoreOutageException outage) when (!stop.IsCancellationRequested) {
            watch?.Met(outage);
            return LineAnswer.Outage(outage.Code);
        } catch (Exception e) when (!stop.IsCancellationRequested) {
            log.LogError(e, "Message {Message} {Id} of {Scope} failed after {Attempts} tries before.", message.Name, message.Id, from, message.Attempts);
            return LineAnswer.Failed(e.GetType().Name);
        }
    }
}
