using System.Collections.Concurrent;

namespace ClaimsCloud.Bench.Nodes;

/// <summary>How long calls took, by kind.</summary>
internal sealed class Latencies {
    private readonly ConcurrentDictionary<string, List<double>> taken = new();
    private readonly ConcurrentDictionary<string, int> errors = new();

    public int Errors => errors.Values.Sum();

    public void Add(string kind, double milliseconds) {
        var list = taken.GetOrAdd(kind, _ => []);
        lock (list) list.Add(milliseconds);
    }

    public void Clear() {
        taken.Clear();
        errors.Clear();
    }

    public void Failed(string kind, Exception why) => errors.AddOrUpdate($"{kind}: {why.Message}", 1, (_, count) => count + 1);

    /// <summary>The slowest of a hundred over all kinds, in milliseconds.</summary>
    public double Percentile99 => Of([.. taken.Values.SelectMany(Copy)], 0.99);

    public void Print() {
        Console.WriteLine($"{"",-36} {"calls",8} {"p50",7} {"p95",7} {"p99",7} {"most",7}  ms");
        foreach (var (kind, list) in taken.OrderBy(t => t.Key, StringComparer.Ordinal)) Line(kind, Copy(list));
        Line("all", [.. taken.Values.SelectMany(Copy)]);
        foreach (var (what, count) in errors) Console.WriteLine($"error {count} times: {what}");
    }

    private static double[] Copy(List<double> list) {
        lock (list) return [.. list];
    }

    private static void Line(string kind, double[] times) {
        if (times.Length > 0) Console.WriteLine($"{kind,-36} {times.Length,8:N0} {Of(times, 0.5),7:0} {Of(times, 0.95),7:0} {Of(times, 0.99),7:0} {times.Max(),7:0}");
    }

    private static double Of(double[] times, double part) => times.Length == 0 ? 0 : times.Order().ElementAt((int)Math.Ceiling(times.Length * part) - 1);
}
