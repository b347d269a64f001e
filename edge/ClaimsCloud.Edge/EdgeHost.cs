using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.OnSite;
using ClaimsCloud.Edge.Oqs;
using ClaimsCloud.Edge.Sensors;
using ClaimsCloud.Edge.Updates;

namespace ClaimsCloud.Edge;

/// <summary>The running connector: one loop asks the cloud for work, one works the ledger off.</summary>
public sealed class EdgeHost : IDisposable {
    private readonly EdgeOptions _options;
    private readonly EdgeSettings _settings;
    private readonly DeviceKey _key;
    private readonly FileStream _claim;
    private readonly CloudLine _line;
    private readonly Alarms _alarms;
    private readonly Boot _boot;
    private readonly Disk _disk;
    private readonly TerminalFolder[] _folders;
    private readonly ExitKit _kit;
    private readonly PcHealth _health;
    private readonly ControlPlane _control;
    private readonly ExchangeRunner _exchanges;
    private readonly DataPlane _data;
    private readonly Loop _asking;
    private readonly Loop _working;

    private EdgeHost(EdgeOptions options) {
        _options = options;
        _settings = EdgeSettings.Load(options.DataFolder);
        _key = DeviceKey.Load(options.DataFolder);
        _claim = PrivateFolder.Claim(options.DataFolder);
        _alarms = new(options.Log, options.Time);
        _line = new(options, _settings, _key, _settings.Way(options.DataFolder, options.Time));
        var cloud = new CloudLink(_line);
        _disk = new(options.Checkpoint);
        var spool = new Spool(options.DataFolder, _disk);
        Ledger = new(options.DataFolder, options.Checkpoint);
        Standing = new(options.DataFolder, _disk);
        _boot = new(options.DataFolder, options.Time);
        var watch = new DiskWatch(options, [options.DataFolder, _settings.TerminalOut, .. _settings.CareOut is { } care ? (string[])[care] : []]);
        _kit = new(options.DataFolder);
        _health = new PcHealth(options, _settings, Ledger, _disk, watch, _boot, _alarms);
        var releases = new ReleaseFetch(options, _settings, cloud, _disk, () => Today, _alarms);
        _control = new(options, _settings, Ledger, _line, cloud, _key, Standing, _health, releases, _alarms);
        _folders = [new(_settings.TerminalOut, JobKind.ClaimFile, _settings, Ledger, _disk), .. _settings.CareOut is { } sending ? (TerminalFolder[])[new(sending, JobKind.CareClaimFile, _settings, Ledger, _disk)] : []];
        var content = new JobContent(options, spool, _disk, cloud, _alarms);
        _exchanges = new(options, _settings, Ledger, spool, _disk, content, _key, _alarms);
        _data = new(Ledger, spool, new(options, Ledger, spool, _disk, _folders, _kit, _key, content, _alarms), _exchanges, new(options, _settings, Ledger, spool, _disk, _alarms),
            new(Ledger, cloud, spool, _disk, _key, _alarms), releases, watch, Standing, _alarms);
        _asking = new(options, _alarms);
        _working = new(options, _alarms);
    }

    internal Ledger Ledger { get; }

    internal Standing Standing { get; }

    public static string Version { get; } = typeof(EdgeHost).Assembly.GetName().Version!.ToString(3);

    /// <exception cref="InvalidOperationException">The data folder is not enrolled, or another connector runs in it; the message is for the person at the PC.</exception>
    public static EdgeHost Build(EdgeOptions options) => new(options);

    /// <summary>Runs until it is stopped. What nobody foresaw ends it with its exception: a connector that is half alive would look healthy.</summary>
    public async Task Run(CancellationToken stop) {
        foreach (var way in Forwarding.Found()) _alarms.Set(Alarms.ForwardsPackets, true, way);
        _alarms.Note($"started after {_boot.Cause}");
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var watcher = Watch(_settings.TerminalIn);
        using var careWatcher = Watch(_settings.CareIn);
        using var answers = Watch(_settings.OqsRoot is { } root ? Path.Combine(root, OqsFolders.Res) : null);
        var asking = _asking.Run(AskInPace, TimeSpan.Zero, ending.Token);
        var working = _working.Run(_data.WorkOff, _options.ScanEvery, ending.Token);
        await Task.WhenAny(asking, working);
        await ending.CancelAsync();
        await Task.WhenAll(asking, working);
    }

    /// <summary>One question and one look, for whoever owns the clock.</summary>
    internal async Task Round(CancellationToken stop) {
        await Loop.Forgiving(() => _control.Ask(TimeSpan.Zero, stop), _alarms);
        await Loop.Forgiving(() => _data.WorkOff(stop), _alarms);
    }

    internal DateOnly Today => _control.Today;

    internal StatusReport Report() => new(_settings.StationName, _options.Version, _options.Time.GetUtcNow(), _control.LastHeard, Standing.WhyNot, _alarms.Now,
        Ledger.OpenJobs(), Ledger.OpenFiles(), Ledger.OpenEvents().Count, _settings.TerminalOut, _settings.TerminalIn, _kit.Held) {
        CareOut = _settings.CareOut, ToExclude = [_options.DataFolder, .. _folders.Select(f => f.Corner)], Locks = _disk.Locks,
    };

    internal string SupportText(LogFile log) => SupportBundle.Text(Report(), _health.Look(_control.Today), Ledger, log);

    internal Task ReplaceKey(CancellationToken stop) => _control.ReplaceKey(stop);

    public void Dispose() {
        _line.Dispose();
        _key.Dispose();
        _exchanges.Dispose();
        Ledger.Dispose();
        _asking.Dispose();
        _working.Dispose();
        _boot.Dispose();
        _claim.Dispose();
    }

    /// <summary>However fast the answers come, the cloud is not asked more often than the folders are looked at.</summary>
    private async Task AskInPace(CancellationToken stop) {
        var asked = _options.Time.GetTimestamp();
        if (await _control.Ask(_options.WorkWait, stop)) _working.Wake();
        var early = _options.ScanEvery - _options.Time.GetElapsedTime(asked);
        if (early > TimeSpan.Zero) await Task.Delay(early, _options.Time, stop);
    }

    /// <summary>The watcher only makes it quick: what it misses, the next scan finds. A system that gives us none is no reason to stop.</summary>
    private FileSystemWatcher? Watch(string? folder) {
        if (!Directory.Exists(folder)) return null;
        try {
            var watcher = new FileSystemWatcher(folder);
            watcher.Created += (_, _) => _working.Wake();
            watcher.Changed += (_, _) => _working.Wake();
            watcher.Renamed += (_, _) => _working.Wake();
            watcher.EnableRaisingEvents = true;
            return watcher;
        } catch (IOException) {
            _alarms.Note("no watcher: the folder is only scanned");
            return null;
        }
    }
}
