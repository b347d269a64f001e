using ClaimsCloud.Application.Tenancy;

namespace ClaimsCloud.Functions.Work;

/// <summary>Delivers messages for as long as the host runs, then leaves the line.</summary>
internal sealed class PumpWork(OutboxPump pump, IMessageLine line) : BackgroundService {
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => pump.Run(stoppingToken), CancellationToken.None);

    public override async Task StopAsync(CancellationToken cancellationToken) {
        await base.StopAsync(cancellationToken);
        if (line is IAsyncDisposable broker) await broker.DisposeAsync();
    }
}
