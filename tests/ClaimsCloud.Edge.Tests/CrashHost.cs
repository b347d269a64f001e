using System.Diagnostics;
using System.Globalization;

namespace ClaimsCloud.Edge.Tests;

/// <summary>The real connector in a process of its own, which ends by SIGKILL at its n-th step, or in peace when its work is done.</summary>
internal static class CrashHost {
    /// <summary>Files that the person saves in a whole journey: acceptance list and confirmation list.</summary>
    private const int FilesOfAJourney = 2;

    public static readonly TimeSpan Scan = TimeSpan.FromMilliseconds(40);

    /// <param name="arguments">Data folder; the step to die at, 0 for never.</param>
    public static async Task<int> Run(string[] arguments) {
        var dieAt = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        var steps = 0;
        using var host = EdgeHost.Build(new EdgeOptions(arguments[0]) {
            ScanEvery = Scan, WorkWait = TimeSpan.FromSeconds(1), FirstRetry = TimeSpan.FromMilliseconds(20), LongestRetry = TimeSpan.FromMilliseconds(200),
            Checkpoint = _ => {
                if (Interlocked.Increment(ref steps) == dieAt) Process.GetCurrentProcess().Kill();
            },
        });
        using var done = new CancellationTokenSource();
        var running = host.Run(done.Token);
        while (!IsDone(host.Ledger)) await Task.WhenAny(running, Task.Delay(Scan));
        await done.CancelAsync();
        await running;
        Console.WriteLine(steps);
        return 0;
    }

    private static bool IsDone(Ledger ledger) =>
        ledger.AllJobs() is [{ State: JobState.Done }] && ledger.OpenEvents().Count == 0
        && ledger.AllFiles() is { Count: FilesOfAJourney } files && files.All(f => f.State == FileState.Acknowledged);

    /// <returns>Null when it was killed, else the number of steps it took.</returns>
    public static async Task<int?> Start(string dataFolder, int dieAt) {
        var start = new ProcessStartInfo("dotnet", [typeof(CrashHost).Assembly.Location, "crash-host", dataFolder, dieAt.ToString(CultureInfo.InvariantCulture)]) {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        // Start-up is most of what a short run costs.
        start.Environment["DOTNET_TieredCompilation"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        const int killed = 128 + 9;
        if (process.ExitCode == killed) return null;
        Assert.True(process.ExitCode == 0, $"exit {process.ExitCode}: {error}");
        return int.Parse(await output, CultureInfo.InvariantCulture);
    }
}
