using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;

namespace ClaimsCloud.Functions.CustomHandler;

/// <summary>Sends a wake for what this process commits, for as long as it runs.</summary>
internal sealed class WakeWork(OutboxWakes wakes, OutboxSignal signal) : BackgroundService {
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => wakes.Forward(signal, stoppingToken), CancellationToken.None);
}
