using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;

namespace ClaimsCloud.Functions.Work;

/// <summary>For stores that belong to this host alone: before anything else of it starts they are moved to the layout that it writes.</summary>
internal sealed class LayoutWork(IStores stores, TenantDirectory directory, ILogger<LayoutWork> log) : IHostedService {
    public async Task StartAsync(CancellationToken cancellationToken) {
        await foreach (var move in MoveStores.AtStart(stores, directory, cancellationToken))
            log.LogInformation("{Scope} moved from {Was} to {Now}, {Rows} rows changed.", move.Scope, move.Was, move.Now, move.Rows);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
