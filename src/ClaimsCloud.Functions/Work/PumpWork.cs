using ClaimsCloud.Application.Tenancy;

namespace ClaimsCloud.Functions.Work;

/// <summary>Delivers messages for as long as the host runs.</summary>
internal sealed class PumpWork(OutboxPump pump) : BackgroundService {
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => pump.Run(stoppingToken), CancellationToken.None);
}
