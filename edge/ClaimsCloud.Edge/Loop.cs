using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Edge;

/// <summary>Does a piece of work again and again; after a failure it waits, longer each time, and never the same time as the other stations.</summary>
internal sealed class Loop(EdgeOptions options, Alarms alarms) : IDisposable {
    private readonly SemaphoreSlim _woken = new(0, 1);

    /// <param name="pause">Between two rounds, unless somebody wakes the loop.</param>
    public async Task Run(Func<CancellationToken, Task> work, TimeSpan pause, CancellationToken stop) {
        var failures = 0;
        try {
            while (!stop.IsCancellationRequested) {
                try {
                    await work(stop);
                    failures = 0;
                    if (pause > TimeSpan.Zero) await Rest(pause, stop);
                } catch (Exception e) when (e is HttpRequestException or CloudRefusedException or IOException or UnauthorizedAccessException or SqliteException) {
                    alarms.Note($"failed: {(e as HttpRequestException)?.StatusCode?.ToString() ?? (e as CloudRefusedException)?.Code ?? e.GetType().Name}");
                    await Task.Delay(Backoff(++failures), options.Time, stop);
                }
            }
        } catch (OperationCanceledException) when (stop.IsCancellationRequested) {
            // The end that everybody asked for.
        }
    }

    public void Wake() {
        try {
            _woken.Release();
        } catch (SemaphoreFullException) {
            // It is awake already.
        } catch (ObjectDisposedException) {
            // The watcher's last word, after the end.
        }
    }

    public void Dispose() => _woken.Dispose();

    private async Task Rest(TimeSpan pause, CancellationToken stop) {
        using var over = new CancellationTokenSource(pause, options.Time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, over.Token);
        try {
            await _woken.WaitAsync(ending.Token);
        } catch (OperationCanceledException) when (!stop.IsCancellationRequested) {
            // Nobody called: time for the next round.
        }
    }

    private TimeSpan Backoff(int failures) {
        var full = Math.Min(options.FirstRetry.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 20)), options.LongestRetry.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.5 + (options.Chance.NextDouble() / 2)));
    }
}
