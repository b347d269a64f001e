using System.Diagnostics;
using System.Net.Http.Json;
using ClaimsCloud.Bench.Nodes;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Bench;

/// <summary>
/// One node with connectors that ask for work once a minute and wait for it, and people who click through their pages, upload, have checked and seal. The time of a connector's question is what
/// it took beyond the wait it asked for. The callers run on the same machine and take their part of it.
/// </summary>
internal static class SoakBench {
    private const int Wait = 60;
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Think = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Row = TimeSpan.FromSeconds(30);

    public static async Task<int> Run(TimeSpan length, int connectors, int users) {
        await using var node = new NodeProcess(users, connectors);
        var started = Stopwatch.GetTimestamp();
        await node.Start();
        Console.WriteLine($"{connectors:N0} stations with a connector, {users} with people; ready after {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        var time = NodeClock.In(node.Folder);
        using var keys = NodeKeys.In(node.Folder);
        using var line = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue }) { BaseAddress = node.Door, Timeout = TimeSpan.FromMinutes(2) };
        var people = new List<BusyPerson>();
        var sealedAt = new SealedFiles();
        for (var number = 1; number <= users; number++) {
            var person = await BusyPerson.SignIn(node.Door, node.Stations[number - 1].Login, number, sealedAt);
            await person.Prepare();
            people.Add(person);
        }
        var pcs = Enumerable.Range(1, connectors).Select(n => new SimulatedConnector(line, ManyConnectors.DeviceId(n), keys.Device, time)).ToList();
        foreach (var (person, station) in people.Zip(node.Stations)) {
            using var biller = Api.Biller(node, keys, station, time);
            pcs.Add(await SimulatedConnector.Enrol(line, biller, keys.Device, time));
        }
        Console.WriteLine($"people signed in and their months imported after {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");

        var latencies = new Latencies();
        using var end = new CancellationTokenSource();
        var random = new Random(1);
        // Connectors do not all call in the same second; the first minute brings them in, and two more let connections and compiled code settle. They are not measured.
        var running = pcs.Select(pc => Ask(pc, random.NextDouble() * Wait, latencies, sealedAt, end.Token)).ToList();
        running.AddRange(people.Select(p => Click(p, latencies, end.Token)));
        await Task.Delay(Settling);
        var live = await node.Memory(live: true);
        latencies.Clear();
        Console.WriteLine($"{"second",7} {NodeMemory.Header} {"cores",6} {"p99 ms",7} {"errors",7}");
        var (begin, cpu, memory) = (Stopwatch.GetTimestamp(), node.Process.TotalProcessorTime, new List<NodeMemory>());
        while (Stopwatch.GetElapsedTime(begin) < length) {
            await Task.Delay(Row);
            node.Process.Refresh();
            var (used, now) = (node.Process.TotalProcessorTime - cpu, Stopwatch.GetElapsedTime(begin));
            cpu += used;
            memory.Add(await node.Memory());
            Console.WriteLine($"{now.TotalSeconds,7:0} {memory[^1].Row} {used / Row,6:0.00} {latencies.Percentile99,7:0} {latencies.Errors,7}");
        }
        latencies.Print();
        Console.WriteLine($"memory in MB; resident in the first third at most {memory.Take(Math.Max(1, memory.Count / 3)).Max(m => m.Resident):N0}, in the last {memory.TakeLast(Math.Max(1, memory.Count / 3)).Max(m => m.Resident):N0}");
        Console.WriteLine($"{"before",7} {live.Row}");
        Console.WriteLine($"{"after",7} {(await node.Memory(live: true)).Row}  after a full collection each");
        await end.CancelAsync();
        await Task.WhenAll(running);
        foreach (var person in people) person.Dispose();
        return latencies.Percentile99 < 300 && latencies.Errors == 0 ? 0 : 1;
    }

    private static async Task Ask(SimulatedConnector pc, double after, Latencies latencies, SealedFiles sealedAt, CancellationToken stop) {
        try {
            await Task.Delay(TimeSpan.FromSeconds(after), stop);
            while (true) {
                try {
                    var from = Stopwatch.GetTimestamp();
                    if (pc.NeedsToken) {
                        await pc.FetchToken(stop);
                        latencies.Add("connector: token", Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                        from = Stopwatch.GetTimestamp();
                    }
                    var work = await pc.Work(Wait, stop);
                    if (work.Jobs.Count == 0) latencies.Add("connector: beyond its wait", Math.Max(0, Stopwatch.GetElapsedTime(from).TotalMilliseconds - (Wait * 1000)));
                    foreach (var job in work.Jobs) {
                        if (sealedAt.Since(job.Sha256) is { } since) latencies.Add("connector: sealed to known there", since);
                        from = Stopwatch.GetTimestamp();
                        await pc.Content(job, stop);
                        latencies.Add("connector: fetch", Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                        foreach (var kind in (JobEventKind[])[JobEventKind.Fetched, JobEventKind.Placed, JobEventKind.SeenUnchanged]) {
                            from = Stopwatch.GetTimestamp();
                            await pc.Report(job, pc.Seen(job, kind), stop);
                            latencies.Add("connector: event", Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                        }
                    }
                } catch (HttpRequestException e) {
                    latencies.Failed("connector", e);
                    await Task.Delay(TimeSpan.FromSeconds(5), stop);
                }
            }
        } catch (OperationCanceledException) {
            // The bench is over.
        }
    }

    private static async Task Click(BusyPerson person, Latencies latencies, CancellationToken stop) {
        try {
            while (true) {
                await Task.Delay(Think * (2 * person.Random.NextDouble()), stop);
                await person.Step(latencies, stop);
            }
        } catch (OperationCanceledException) {
            // The bench is over.
        }
    }
}
