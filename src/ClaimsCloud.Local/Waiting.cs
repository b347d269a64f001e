using System.Diagnostics;

namespace ClaimsCloud.Local;

internal static class Waiting {
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100), Patience = TimeSpan.FromMinutes(2);

    /// <exception cref="TimeoutException">It was not reached in two minutes.</exception>
    public static async Task<T> Until<T>(Func<Task<T>> read, Func<T, bool> reached, CancellationToken stop) {
        var started = Stopwatch.GetTimestamp();
        while (true) {
            var now = await read();
            if (reached(now)) return now;
            if (Stopwatch.GetElapsedTime(started) > Patience) throw new TimeoutException($"{typeof(T).Name} は待っていた状態になりませんでした。");
            await Task.Delay(Look, stop);
        }
    }
}
