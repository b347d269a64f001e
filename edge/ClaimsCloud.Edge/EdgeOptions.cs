namespace ClaimsCloud.Edge;

/// <summary>How the connector runs; what it belongs to stands in <see cref="EdgeSettings"/>.</summary>
/// <param name="DataFolder">The connector's own folder: key, settings, ledger, spool.</param>
public sealed record EdgeOptions(string DataFolder) {
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How often folders are looked at when nothing announces itself. Two looks must agree before a file is believed.</summary>
    public TimeSpan ScanEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the cloud may hold a request for work (0–60 s).</summary>
    public TimeSpan WorkWait { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>How long the cloud may send and take nothing before a call is given up. The length of a call is not limited.</summary>
    public TimeSpan SilenceAllowed { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a job or a file may stand in one state before the desk is told.</summary>
    public TimeSpan WaitAllowed { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Wait after the first failure in a row; doubles up to <see cref="LongestRetry"/>, half of it by chance.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After this the device's key is replaced, outside of the billing days.</summary>
    public TimeSpan KeyLife { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Free bytes of the disk under a folder.</summary>
    public Func<string, long> FreeBytes { get; init; } = Sensors.DiskWatch.FreeOf;

    public Random Chance { get; init; } = Random.Shared;

    /// <summary>Called before and after every step that leaves a trace (ledger, file, call). Does nothing in the product; a test may end the process in it.</summary>
    public Action<string> Checkpoint { get; init; } = _ => { };

    /// <summary>Called whenever the cloud has taken a heartbeat.</summary>
    public Action Heard { get; init; } = () => { };

    /// <summary>The program file that an update replaces; whose signatures count stands beside it.</summary>
    public string Program { get; init; } = Environment.ProcessPath!;

    /// <summary>Of the program that runs.</summary>
    public string Version { get; init; } = EdgeHost.Version;

    public TextWriter Log { get; init; } = TextWriter.Null;
}
