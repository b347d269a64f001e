using ClaimsCloud.Contracts;
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
    private readonly FileStream _claim;
    private readonly CloudLine _line;
    private readonly CloudLink _cloud;
    private readonly Alarms _alarms;
    private readonly Spool _spool;
    private readonly JobRunner _jobs;
    private readonly FileCollector _files;
    private readonly Reporter _reporter;
    private readonly Loop _control;
    private readonly Loop _work;
    private (int Jobs, int All) _queue;

    private EdgeHost(EdgeOptions options) {
        _options = options;
        _settings = EdgeSettings.Load(options.DataFolder);
        _key = DeviceKey.Load(options.DataFolder);
        _claim = PrivateFolder.Claim(options.DataFolder);
        _line = new(options, _settings, _key);
        _cloud = new(_line);
        _alarms = new(options.Log, options.Time);
        _spool = new(options.DataFolder);
        Ledger = new(options.DataFolder, options.Checkpoint);
        _jobs = new(options, _settings, Ledger, _spool, _cloud, _alarms);
        _files = new(options, _settings, Ledger, _spool, _alarms);
        _reporter = new(Ledger, _cloud, _spool, _alarms);
        _control = new(options, _alarms);
        _work = new(options, _alarms);
    }

    internal Ledger Ledger { get; }

    public static string Version { get; } = typeof(EdgeHost).Assembly.GetName().Version!.ToString(3);

    /// <exception cref="InvalidOperationException">The data folder is not enrolled, or another connector runs in it; the message is for the person at the PC.</exception>
    public static EdgeHost Build(EdgeOptions options) => new(options);

    /// <summary>Runs until it is stopped. What nobody foresaw ends it with its exception: a connector that is half alive would look healthy.</summary>
    public async Task Run(CancellationToken stop) {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var watcher = Watch();
        var control = _control.Run(AskForWork, TimeSpan.Zero, ending.Token);
        var work = _work.Run(WorkOff, _options.ScanEvery, ending.Token);
        await Task.WhenAny(control, work);
        await ending.CancelAsync();
        await Task.WhenAll(control, work);
    }

    public void Dispose() {
        _line.Dispose();
        _key.Dispose();
        Ledger.Dispose();
        _control.Dispose();
        _work.Dispose();
        _claim.Dispose();
    }

    private async Task AskForWork(CancellationToken stop) {
        _alarms.Set(Alarms.ClockSkew, _line.Skew is { } skew && skew.Duration() > SkewAllowed);
        var asked = _options.Time.GetTimestamp();
        // With work under way the cloud would repeat its jobs at once: do not hold the line, come back with the next scan.
        var queue = CountQueue();
        var wait = queue.Jobs > 0 ? TimeSpan.Zero : _options.WorkWait;
        var request = new WorkRequest(Version, queue.All, (long?)_line.Skew?.TotalMilliseconds, _alarms.Now, (int)wait.TotalSeconds);
        Take((await _cloud.AskForWork(request, wait, stop)).Jobs);
        // However fast the answers come, the cloud is not asked more often than the folders are looked at.
        var early = _options.ScanEvery - _options.Time.GetElapsedTime(asked);
        if (early > TimeSpan.Zero) await Task.Delay(early, _options.Time, stop);
    }

    /// <summary>A heartbeat goes out even when the ledger cannot be read: then with the last number that was known.</summary>
    private (int Jobs, int All) CountQueue() {
        try {
            var jobs = Ledger.OpenJobs().Count;
            _queue = (jobs, jobs + Ledger.OpenFiles().Count + Ledger.OpenEvents().Count);
            _alarms.SetStorage(null, "queue");
        } catch (SqliteException e) {
            _alarms.SetStorage(e, "queue");
        }
        return _queue;
    }

    private void Take(IReadOnlyList<EdgeJob> jobs) {
        try {
            foreach (var job in jobs) Ledger.Add(job);
            _alarms.SetStorage(null, "intake");
        } catch (SqliteException e) {
            // The cloud offers them again.
            _alarms.SetStorage(e, "intake");
        }
        if (jobs.Count > 0) _work.Wake();
    }

    /// <summary>Four parts, each tried whatever became of the others.</summary>
    private async Task WorkOff(CancellationToken stop) {
        HttpRequestException? outage = null;
        async Task Try(string part, Func<Task> work) {
            try {
                await work();
                _alarms.SetStorage(null, part);
            } catch (HttpRequestException e) {
                outage = e;
            } catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException) {
                _alarms.SetStorage(e, part);
            }
        }
        await Try("spool", () => Done(() => _spool.Sweep(Ledger)));
        await Try("files", () => Done(_files.Run));
        await Try("jobs", () => _jobs.Run(stop));
        await Try("reports", () => _reporter.Run(stop));
        if (outage is not null) throw outage;
    }

    private static Task Done(Action work) {
        work();
        return Task.CompletedTask;
    }

    /// <summary>The watcher only makes it quick: what it misses, the next scan finds. A system that gives us none is no reason to stop.</summary>
    private FileSystemWatcher? Watch() {
        if (!Directory.Exists(_settings.TerminalIn)) return null;
        try {
            var watcher = new FileSystemWatcher(_settings.TerminalIn);
            watcher.Created += (_, _) => _work.Wake();
            watcher.Changed += (_, _) => _work.Wake();
            watcher.Renamed += (_, _) => _work.Wake();
            watcher.EnableRaisingEvents = true;
            return watcher;
        } catch (IOException) {
            _alarms.Note("no watcher: the folder is only scanned");
            return null;
        }
    }
}
