using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Functions.Work;

/// <summary>Runs the timers of the table. A run that fails is logged; the next one comes at its time.</summary>
internal sealed class TimerWork(EndpointTable table, PlatformScope platform, TimeProvider time, StoreWatch watch, ILogger<TimerWork> log) : BackgroundService {
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(table.Timers.Select(timer => Run(timer, stoppingToken)));

    private async Task Run(TimerEndpoint timer, CancellationToken stop) {
        while (!stop.IsCancellationRequested) {
            try {
                var now = time.GetUtcNow();
                await Task.Delay(timer.Cron.Next(now) - now, time, stop);
                await timer.Handler(platform, stop);
            } catch (OperationCanceledException) when (stop.IsCancellationRequested) {
                return;
            } catch (StoreOutageException outage) {
                watch.Met(outage);
                log.LogError("Timer {Timer} failed: {Code}.", timer.Name, outage.Code);
            } catch (Exception e) {
                log.LogError(e, "Timer {Timer} failed.", timer.Name);
            }
        }
    }
}
