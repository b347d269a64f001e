using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Functions.Work;

/// <summary>While the stores are away or full, looks every few seconds whether they are well again.</summary>
internal sealed class StoreWork(StoreWatch watch, PlatformScope platform, TimeProvider time, ILogger<StoreWork> log) : BackgroundService {
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(async () => {
        while (!stoppingToken.IsCancellationRequested)
            try {
                await Task.Delay(LookEvery, time, stoppingToken);
                await watch.Look(platform, stoppingToken);
            } catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) {
                return;
            } catch (Exception e) {
                log.LogError(e, "The stores could not be looked at.");
            }
    }, CancellationToken.None);
}
