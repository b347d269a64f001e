using System.Diagnostics;
using System.Globalization;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Edge.Tests;

/// <summary>Prints what the connector costs and how long it takes on this machine, as a process of its own against a cloud on loopback: <c>measure [files] [backlog in MB] [idle seconds]</c>.</summary>
internal static class Measure {
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    public static async Task<int> Run(string[] arguments) {
        int Argument(int at, int otherwise) => arguments.Length > at ? int.Parse(arguments[at], CultureInfo.InvariantCulture) : otherwise;
        var (files, backlog, idle) = (Argument(0, 50), Argument(1, 1000), Argument(2, 60));
        await using var cloud = await CloudHarness.Run();
        using var line = new CountingLine(cloud.Address);
        await using var site = await Site.Open(cloud, 1, line.Address);
        var started = Stopwatch.GetTimestamp();
        using var connector = Process.Start(new ProcessStartInfo("dotnet", [typeof(EdgeHost).Assembly.Location, "run", "--data", site.Data, "--status-port", "0", "--scan-every", "1"]))!;
        try {
            await Wait(async () => (await site.Connector()).LastSeen is not null);
            Say("start to first heartbeat", $"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
            await Placing(site, files);
            await Collecting(site, files);
            await Idle(connector, line, idle);
            await Backlog(site, connector, backlog);
        } finally {
            connector.Kill();
            await connector.WaitForExitAsync();
        }
        return 0;
    }

    private static async Task Placing(Site site, int files) {
        var times = new List<double>();
        for (var i = 0; i < files; i++) {
            var before = site.FilesOnTerminal().Count(f => f.EndsWith(".UKE", StringComparison.Ordinal));
            await site.Seal();
            var started = Stopwatch.GetTimestamp();
            await Wait(() => Task.FromResult(site.FilesOnTerminal().Count(f => f.EndsWith(".UKE", StringComparison.Ordinal)) > before));
            times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            // A connector with work under way asks in the rhythm of its looks: the next one is measured from rest.
            await Wait(async () => (await site.Connector()).QueueLength == 0);
        }
        Say($"sealed in the cloud to placed ({files} files)", Percentiles(times));
    }

    /// <summary>From the look that believed the file to the cloud's receipt, by the connector's own log.</summary>
    private static async Task Collecting(Site site, int files) {
        for (var i = 0; i < files; i++) {
            File.WriteAllText(Path.Combine(site.Terminal.In, $"list-{i}.csv"), $"list {i}");
            await Task.Delay(Look);
        }
        string[] Log() => File.ReadAllLines(Path.Combine(site.Data, "edge.log"));
        await Wait(() => Task.FromResult(Log().Count(l => l.EndsWith(" acknowledged", StringComparison.Ordinal)) == files));
        var seen = Log().Where(l => l.EndsWith(" seen", StringComparison.Ordinal)).ToDictionary(l => l.Split(' ')[2], Time);
        Say($"file stable to stored in the cloud ({files} files at once)", Percentiles([.. Log().Where(l => l.EndsWith(" acknowledged", StringComparison.Ordinal)).Select(l => (Time(l) - seen[l.Split(' ')[2]]).TotalSeconds)]));
    }

    private static async Task Idle(Process connector, CountingLine line, int seconds) {
        connector.Refresh();
        var (cpu, bytes) = (connector.TotalProcessorTime, line.Bytes);
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        connector.Refresh();
        Say($"idle for {seconds} s, looking every second", string.Create(CultureInfo.InvariantCulture,
            $"{(connector.TotalProcessorTime - cpu).TotalSeconds / seconds * 100:0.00} % of one core, {connector.WorkingSet64 >> 20} MB resident, {(line.Bytes - bytes) * 3600.0 / seconds / (1 << 20):0.00} MB an hour over the line"));
    }

    private static async Task Backlog(Site site, Process connector, int megabytes) {
        if (megabytes == 0) return;
        const int fileSize = 100;
        var block = new byte[1 << 20];
        var before = File.ReadAllLines(Path.Combine(site.Data, "edge.log")).Count(l => l.EndsWith(" acknowledged", StringComparison.Ordinal));
        for (var i = 0; i < megabytes / fileSize; i++) {
            await using var file = File.Create(Path.Combine(site.Terminal.In, $"scan-{i}.pdf"));
            for (var m = 0; m < fileSize; m++) {
                Random.Shared.NextBytes(block);
                await file.WriteAsync(block);
            }
        }
        var (started, files) = (Stopwatch.GetTimestamp(), megabytes / fileSize);
        var most = new long[2];
        await Wait(async () => {
            connector.Refresh();
            var half = File.ReadAllLines(Path.Combine(site.Data, "edge.log")).Count(l => l.EndsWith(" acknowledged", StringComparison.Ordinal)) - before < files / 2 ? 0 : 1;
            most[half] = Math.Max(most[half], connector.WorkingSet64);
            return (await site.Connector()).QueueLength == 0 && File.ReadAllLines(Path.Combine(site.Data, "edge.log")).Count(l => l.EndsWith(" seen", StringComparison.Ordinal)) >= megabytes / fileSize
                && Directory.GetFiles(Path.Combine(site.Data, "spool")).Length == 0;
        });
        Say($"backlog of {megabytes} MB", $"drained in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, at most {most[0] >> 20} MB resident in its first half, {most[1] >> 20} MB in its second");
    }

    private static DateTimeOffset Time(string line) => DateTimeOffset.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture);

    private static string Percentiles(IReadOnlyList<double> seconds) {
        var sorted = seconds.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {sorted[sorted.Length / 2]:0.00} s, p99 {sorted[(int)((sorted.Length - 1) * 0.99)]:0.00} s, longest {sorted[^1]:0.00} s");
    }

    private static async Task Wait(Func<Task<bool>> condition) {
        while (!await condition()) await Task.Delay(Look);
    }

    private static void Say(string what, string figure) => Console.WriteLine($"{what}: {figure}");
}
