namespace ClaimsCloud.Edge.Tests;

/// <summary>A connector inside the test's process.</summary>
internal sealed class ConnectorRun : IAsyncDisposable {
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _running;

    /// <param name="before">Called before every step, with its name.</param>
    public ConnectorRun(Site site, TimeProvider? time = null, Action<string, EdgeHost>? before = null) {
        Host = EdgeHost.Build(new EdgeOptions(site.Data) {
            ScanEvery = CrashHost.Scan, WorkWait = TimeSpan.FromSeconds(1), FirstRetry = TimeSpan.FromMilliseconds(20), LongestRetry = TimeSpan.FromMilliseconds(100),
            Time = time ?? TimeProvider.System, Checkpoint = step => {
                if (Host is { } host) before?.Invoke(step, host);
            },
        });
        _running = Host!.Run(_ending.Token);
    }

    public EdgeHost? Host { get; private set; }

    public async ValueTask DisposeAsync() {
        await _ending.CancelAsync();
        await _running;
        Host!.Dispose();
        _ending.Dispose();
    }
}
