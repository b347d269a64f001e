using System.Diagnostics;

namespace ClaimsCloud.Testing;

/// <summary>Waits for a condition, generously, and says what was not met when it gives up.</summary>
public static class Eventually {
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    public static async Task<T> Get<T>(string what, Func<Task<T?>> probe) where T : class {
        var watch = Stopwatch.StartNew();
        for (var pause = 2; ; pause = Math.Min(pause * 2, 100)) {
            if (await probe() is { } found) return found;
            if (watch.Elapsed > Limit) throw new TimeoutException($"Not within {Limit.TotalSeconds:0} s: {what}");
            await Task.Delay(pause);
        }
    }

    public static Task Holds(string what, Func<Task<bool>> condition) =>
        Get(what, async () => await condition() ? what : null);
}
