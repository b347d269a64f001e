using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Edge;

/// <summary>Does a piece of work again and again; after a failure it waits, longer each time, and never the same time as the other stations.</summary>
internal sealed class Loop(EdgeOptions options, Alarms alarms) : IDisposable {
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim _woken = new(0, 1);

    /// <param name="pause">Between two rounds, unless somebody wakes the loop.</param>
    public async Task Run(Func<CancellationToken, Task> work, TimeSpan pause, CancellationToken stop) {
        var failures = 0;
        try {
            while (!stop.IsCancellationRequested) {
                if (await Forgiving(() => work(stop), alarms) is { } failure) {
                    await Task.Delay(Rest(++failures, failure), options.Time, stop);
                } else {
                    failures = 0;
                    if (pause > TimeSpan.Zero) await Rest(pause, stop);
                }
            }
        } catch (OperationCanceledException) when (stop.IsCancellationRequested) {
            // The end that everybody asked for.
        }
    }

    /// <returns>The failure that the next try may not have; null when all went well. What nobody foresaw is thrown.</returns>
    public static async Task<Exception?> Forgiving(Func<Task> work, Alarms alarms) {
        try {
            await work();
            return null;
        } catch (Exception e) when (e is HttpRequestException or CloudRefusedException or NotThisDeviceException or IOException or UnauthorizedAccessException or SqliteException) {
            alarms.Note($"failed: {(e as HttpRequestException)?.StatusCode?.ToString() ?? (e as CloudRefusedException)?.Code ?? (e as NotThisDeviceException)?.Code ?? e.GetType().Name}");
            return e;
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

    /// <summary>As the cloud asked, but not for ever; else longer each time. Half of it by chance, or all stations would come back at once.</summary>
    private TimeSpan Rest(int failures, Exception failure) {
        if (failure is CloudBusyException { Rest: var asked }) return Jitter(Math.Clamp(asked.TotalSeconds, options.FirstRetry.TotalSeconds, LongestAsked.TotalSeconds), 1);
        return Jitter(Math.Min(options.FirstRetry.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 20)), options.LongestRetry.TotalSeconds), 0.5);
    }

    /// <param name="least">Part of the time that is waited in any case: never less than what the cloud asked for.</param>
    private TimeSpan Jitter(double seconds, double least) => TimeSpan.FromSeconds(seconds * (least + (options.Chance.NextDouble() / 2)));
}
