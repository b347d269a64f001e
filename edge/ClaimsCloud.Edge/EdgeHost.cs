using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Edge;

/// <summary>
/// The running connector: one loop asks the cloud for work (and is its heartbeat), one works the ledger off. The first lives on when the second cannot,
/// so that the desk hears of a full disk or a missing folder.
/// </summary>
public sealed class EdgeHost : IDisposable {
    /// <summary>Business times are the server's; beyond this the device's own stamps would mislead a reader.</summary>
    private static readonly TimeSpan SkewAllowed = TimeSpan.FromMinutes(5);

    private readonly EdgeOptions _options;
    private readonly EdgeSettings _settings;
    private readonly DeviceKey _key;
    private readonly CloudLink _cloud;
    private readonly Alarms _alarms;
    private readonly JobRunner _jobs;
    private readonly FileCollector _files;
    private readonly Reporter _reporter;
    private readonly SemaphoreSlim _woken = new(0, 1);

    private EdgeHost(EdgeOptions options) {
        _options = options;
        _settings = EdgeSettings.Load(options.DataFolder);
        _key = DeviceKey.LoadOrCreate(options.DataFolder);
        _cloud = new(options, _settings, _key);
        _alarms = new(options.Log, options.Time);
        Ledger = new(options.DataFolder, options.Checkpoint);
        _jobs = new(options, _settings, Ledger, _cloud, _alarms);
        _files = new(options, _settings, Ledger, _alarms);
        _reporter = new(Ledger, _cloud, _files, _alarms);
    }

    internal Ledger Ledger { get; }

    public static string Version { get; } = typeof(EdgeHost).Assembly.GetName().Version!.ToString(3);

    /// <exception cref="InvalidOperationException">The data folder is not enrolled.</exception>
    public static EdgeHost Build(EdgeOptions options) => new(options);

    /// <summary>Runs until it is stopped.</summary>
    public async Task Run(CancellationToken stop) {
        SweepSpool();
        using var watcher = Watch();
        await Task.WhenAll(Repeat(AskForWork, () => TimeSpan.Zero, stop), Repeat(WorkOff, () => _options.ScanEvery, stop));
    }

    public void Dispose() {
        _cloud.Dispose();
        _key.Dispose();
        Ledger.Dispose();
        _woken.Dispose();
    }

    private async Task AskForWork(CancellationToken stop) {
        _alarms.Set(Alarms.ClockSkew, _cloud.Skew is { } skew && skew.Duration() > SkewAllowed);
        var queue = Ledger.OpenJobs().Count + Ledger.OpenFiles().Count + Ledger.OpenEvents().Count;
        // With work under way the cloud would repeat its jobs at once: do not hold the line, come back with the next scan.
        var busy = Ledger.OpenJobs().Count > 0;
        var answer = await _cloud.AskForWork(new(Version, queue, (long?)_cloud.Skew?.TotalMilliseconds, _alarms.Now, busy ? 0 : (int)_options.WorkWait.TotalSeconds), stop);
        foreach (var job in answer.Jobs) Ledger.Add(job);
        if (Ledger.OpenJobs().Count == 0) return;
        Wake();
        await Task.Delay(_options.ScanEvery, _options.Time, stop);
    }

    private async Task WorkOff(CancellationToken stop) {
        HttpRequestException? outage = null;
        try {
            _files.Run();
            await _jobs.Run(stop);
            NoteStorage(null);
        } catch (HttpRequestException e) {
            outage = e;
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException) {
            NoteStorage(e);
        }
        await _reporter.Run(stop);
        if (outage is not null) throw outage;
    }

    /// <summary>A process that ended between the last write and the deletion left content behind; patient data stays nowhere longer than it is needed.</summary>
    private void SweepSpool() {
        var needed = Ledger.OpenJobs().Select(j => $"job-{j.Id}").Concat(Ledger.OpenFiles().Select(f => $"file-{f.Key}")).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.CreateDirectory(Path.Combine(_options.DataFolder, "spool")).GetFiles())
            if (!needed.Contains(file.Name)) file.Delete();
    }

    private void NoteStorage(Exception? failure) {
        const int sqliteFull = 13;
        var full = failure is IOException io ? Alarms.IsDiskFull(io) : failure is SqliteException { SqliteErrorCode: sqliteFull };
        _alarms.Set(Alarms.DiskFull, full);
        _alarms.Set(Alarms.StorageFailing, failure is not null && !full);
    }

    private async Task Repeat(Func<CancellationToken, Task> work, Func<TimeSpan> pause, CancellationToken stop) {
        var failures = 0;
        while (!stop.IsCancellationRequested) {
            try {
                await work(stop);
                failures = 0;
                if (pause() > TimeSpan.Zero) await _woken.WaitAsync(pause(), stop);
            } catch (OperationCanceledException) when (stop.IsCancellationRequested) {
                return;
            } catch (Exception e) when (e is HttpRequestException or CloudRefusedException or TaskCanceledException or IOException or SqliteException) {
                if (e is SqliteException) NoteStorage(e);
                _alarms.Note($"failed: {(e as HttpRequestException)?.StatusCode?.ToString() ?? e.GetType().Name}");
                try {
                    await Task.Delay(Backoff(++failures), _options.Time, stop);
                } catch (OperationCanceledException) {
                    return;
                }
            }
        }
    }

    private TimeSpan Backoff(int failures) {
        var full = Math.Min(_options.FirstRetry.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 20)), _options.LongestRetry.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.5 + (_options.Chance.NextDouble() / 2)));
    }

    /// <summary>The watcher only makes it quick: what it misses, the next scan finds.</summary>
    private FileSystemWatcher? Watch() {
        if (!Directory.Exists(_settings.TerminalIn)) return null;
        var watcher = new FileSystemWatcher(_settings.TerminalIn);
        watcher.Created += (_, _) => Wake();
        watcher.Changed += (_, _) => Wake();
        watcher.Renamed += (_, _) => Wake();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Wake() {
        try {
            _woken.Release();
        } catch (SemaphoreFullException) {
            // It is awake already.
        }
    }
}
