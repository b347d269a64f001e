using System.Diagnostics;
using System.Security.Cryptography;
using ClaimsCloud.Bench.Nodes;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Audit;

namespace ClaimsCloud.Bench;

/// <summary>
/// A node under load is killed (SIGKILL) at random moments and started again over the same data. Afterwards, at rest: everything that was answered is there, nothing is there twice, what was
/// never answered is there once or not at all, every sealed file went down the whole chain once, each byte is the one that was sent, and every log's chain of hashes is whole.
/// </summary>
internal static class KillBench {
    private const int Stations = 6;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(2);
    private const int LongestLife = 3000;

    public static async Task<int> Run(int times, int seed) {
        await using var node = new NodeProcess(Stations, connectors: 0);
        await node.Start();
        var (time, random) = (NodeClock.In(node.Folder), new Random(seed));
        using var keys = NodeKeys.In(node.Folder);
        using var door = new HttpClient { BaseAddress = node.Door, Timeout = TimeSpan.FromSeconds(20) };
        var sites = new List<LoadedSite>();
        foreach (var station in node.Stations) {
            var biller = Api.Biller(node, keys, station, time);
            sites.Add(new(station, biller, await SimulatedConnector.Enrol(door, biller, keys.Device, time)));
        }
        using var end = new CancellationTokenSource();
        var running = sites.SelectMany(s => s.Run(end.Token)).ToList();
        var started = Stopwatch.GetTimestamp();
        var slowest = TimeSpan.Zero;
        for (var kill = 1; kill <= times; kill++) {
            await Task.Delay(random.Next(5, LongestLife));
            await node.Kill();
            var from = Stopwatch.GetTimestamp();
            await node.Start();
            var took = Stopwatch.GetElapsedTime(from);
            if (took > slowest) slowest = took;
            if (kill % 20 == 0) Console.WriteLine($"{kill,4} kills after {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s: {sites.Sum(s => s.Uploads)} uploads and {sites.Sum(s => s.Sent)} files from sites answered, {sites.Sum(s => s.Broken)} calls broken, a start took at most {slowest.TotalSeconds:0.0} s");
        }
        await end.CancelAsync();
        await Task.WhenAll(running);
        Console.WriteLine($"load ended after {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        var faults = new List<string>();
        await Task.WhenAll(sites.Select(s => s.Finish(Rest)));
        foreach (var site in sites) faults.AddRange(await site.Faults());
        Console.WriteLine($"{times} kills, seed {seed}: {sites.Sum(s => s.Uploads)} claim files answered, {sites.Sum(s => s.Unanswered)} of unknown fate (a broken call), {sites.Sum(s => s.Placed)} sealed and placed once, "
            + $"{sites.Sum(s => s.Sent)} files from sites there once; {sites.Count} audit logs with {sites.Sum(s => s.AuditEntries)} entries verified");
        foreach (var fault in faults) Console.WriteLine($"FAULT {fault}");
        Console.WriteLine($"lost or doubled: {faults.Count}");
        foreach (var site in sites) site.Dispose();
        return faults.Count == 0 ? 0 : 1;
    }

    /// <summary>The audit log as its station exports it; null faults when whole.</summary>
    internal static async Task<(long Entries, IReadOnlyList<string> Faults)> Audit(HttpClient admin) {
        await using var file = await admin.GetStreamAsync(AuditRoutes.Export);
        var check = AuditFileCheck.Run(file);
        return (check.Entries, [.. check.Faults.Select(f => $"audit {f.Code} line {f.Line} {f.Message}")]);
    }

    internal static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
