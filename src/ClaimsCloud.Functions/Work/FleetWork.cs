using ClaimsCloud.Application.Desk;

namespace ClaimsCloud.Functions.Work;

/// <summary>Reads the fleet once beside the start. Where that fails the first look of the desk does it.</summary>
internal sealed class FleetWork(DeskScope desk, ILogger<FleetWork> log) : BackgroundService {
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(async () => {
        try {
            await desk.Warm(stoppingToken);
        } catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) {
            return;
        } catch (Exception e) {
            log.LogError(e, "The fleet was not read at the start.");
        }
    }, CancellationToken.None);
}
